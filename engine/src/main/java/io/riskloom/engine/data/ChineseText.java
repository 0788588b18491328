package io.riskloom.engine.data;

import java.util.Set;
import java.util.stream.Collectors;

/** How much of a text is written with the characters that are usual in Chinese tables, in either script. */
final class ChineseText {

    private static final String BOTH = "的一是不了在人有我他大中到上和地出道也自那要下看生可里小多成日月年期交易代名高低收最格量金指股份公司市行"
            + "家本利息分合限定保信用好坏性年地址方式合同基准北京上海深港台山西南安平天工科技制建通元手率比平均加全首成交幅度位百分前今明止起元角分二三四五六七八九十千百期末初否已未男女子教育等其他私立目的次列行"
            + "入出差有效值正常途工作居住房主持卡逾提申消商品外公用金融新浦光大招中民生白酒食品第季星週周字母工本文石油化水力天然气石化先理文件由回平倉前化物方案尺寸位表面";
    private static final String SIMPLIFIED = "开盘价额涨跌换证券码称简国银业电动总计数据来源状态时间历违约标签贷款还违购买车费类编号龄职婚学历资产负债业务"
            + "农华东亚万亿场专员单净值复权报间达发长过这个们来为对会说经实现进线统华宝钢铁矿医药机场关联汇汽车轮环园艺兴营续级别属债余额风险户个体认证书号楼";
    private static final String TRADITIONAL = "開盤價額漲跌換證券碼稱簡國銀業電動總計數據來源狀態時間歷違約標籤貸款還購買車費類編號齡職婚學歷資產負債業務"
            + "農華東亞萬億場專員單淨值復權報間達發長過這個們來為對會說經實現進線統華寶鋼鐵礦醫藥機場關聯匯汽車輪環園藝興營續級別屬債餘額風險戶個體認證書號樓積數聞鴻開台灣";

    private static final Set<Integer> USUAL_SIMPLIFIED = characters(BOTH + SIMPLIFIED);
    private static final Set<Integer> USUAL_TRADITIONAL = characters(BOTH + TRADITIONAL);

    private ChineseText() {}

    /** Share of the usual simplified characters among the characters beyond ASCII, 0 without any. */
    static double simplified(String text) {
        return share(text, USUAL_SIMPLIFIED);
    }

    /** Share of the usual traditional characters among the characters beyond ASCII, 0 without any. */
    static double traditional(String text) {
        return share(text, USUAL_TRADITIONAL);
    }

    private static double share(String text, Set<Integer> usual) {
        int hits = 0;
        int others = 0;
        for (int i = 0; i < text.length(); i++) {
            int c = text.charAt(i);
            boolean mark = c >= 0x3000 && c < 0x3020 || c >= 0xFF00 && c < 0xFF70; // punctuation of both scripts
            if (c > 0x7F && !mark) {
                boolean hit = usual.contains(c);
                hits += hit ? 1 : 0;
                others += hit ? 0 : 1;
            }
        }
        return hits + others == 0 ? 0 : (double) hits / (hits + others);
    }

    private static Set<Integer> characters(String text) {
        return text.chars().boxed().collect(Collectors.toUnmodifiableSet());
    }
}
