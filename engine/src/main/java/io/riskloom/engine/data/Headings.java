package io.riskloom.engine.data;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What column names mean, in English, Chinese and German. Names are compared without case, blanks and punctuation. */
final class Headings {

    private static final Set<String> DATE = Set.of(
            "date",
            "day",
            "datetime",
            "timestamp",
            "tradedate",
            "tradingdate",
            "observationdate",
            "asof",
            "asofdate",
            "日期",
            "交易日期",
            "交易日",
            "时间",
            "日付",
            "datum",
            "handelstag",
            "tag");

    private static final Set<String> SYMBOL = Set.of(
            "symbol",
            "ticker",
            "instrument",
            "security",
            "isin",
            "wkn",
            "ric",
            "tscode",
            "code",
            "stockcode",
            "secucode",
            "代码",
            "股票代码",
            "证券代码",
            "合约代码",
            "股票简称",
            "证券简称",
            "kürzel");

    private static final Map<String, List<String>> PRICE = Map.of(
            "open",
                    List.of(
                            "open",
                            "openprice",
                            "priceopen",
                            "pxopen",
                            "开盘价",
                            "开盘",
                            "今开",
                            "eröffnung",
                            "eröffnungskurs",
                            "erster"),
            "high", List.of("high", "highprice", "pricehigh", "pxhigh", "最高价", "最高", "hoch", "tageshoch", "höchst"),
            "low", List.of("low", "lowprice", "pricelow", "pxlow", "最低价", "最低", "tief", "tagestief", "tiefst"),
            "adjclose",
                    List.of(
                            "adjclose",
                            "adjustedclose",
                            "closeadj",
                            "closeadjusted",
                            "adjcloseprice",
                            "adjprice",
                            "后复权收盘价",
                            "前复权收盘价",
                            "复权收盘价",
                            "复权价"),
            "close",
                    List.of(
                            "close",
                            "closeprice",
                            "priceclose",
                            "closelast",
                            "closing",
                            "closingprice",
                            "收盘价",
                            "收盘",
                            "schlusskurs",
                            "schluss",
                            "price",
                            "last",
                            "lastprice",
                            "pricelast",
                            "pxlast",
                            "settle",
                            "settlement",
                            "nav",
                            "kurs",
                            "最新价",
                            "价格",
                            "单位净值",
                            "净值"),
            "volume", List.of("volume", "vol", "totalvolume", "pxvolume", "成交量", "volumen", "stück"));

    private static final Set<String> PLAIN_PRICE = Set.of("price", "last", "kurs", "nav", "价格", "净值");

    /** In order of trust; each is taken only where its column holds two classes. */
    private static final List<String> TARGET = List.of(
            "defaultpaymentnextmonth",
            "defaultnextmonth",
            "default",
            "defaulted",
            "isdefault",
            "defaultflag",
            "badflag",
            "isbad",
            "bad",
            "goodbad",
            "badgood",
            "good",
            "isgood",
            "creditrisk",
            "class",
            "target",
            "loanstatus",
            "status",
            "risk",
            "label",
            "y",
            "outcome",
            "seriousdlqin2yrs",
            "是否违约",
            "违约",
            "好坏",
            "好坏标签",
            "目标",
            "标签",
            "a16");

    private static final Set<String> ID = Set.of(
            "id",
            "rowid",
            "rownames",
            "rowname",
            "index",
            "key",
            "no",
            "nr",
            "uuid",
            "guid",
            "customerid",
            "clientid",
            "loanid",
            "applicationid",
            "applicantid",
            "accountid",
            "memberid",
            "userid",
            "caseid",
            "recordid",
            "contractid",
            "编号",
            "序号",
            "客户号",
            "客户编号",
            "身份证号",
            "kundennummer",
            "unnamed0");

    private Headings() {}

    static boolean date(String name) {
        return DATE.contains(plain(name));
    }

    static boolean symbol(String name) {
        return SYMBOL.contains(plain(name));
    }

    static boolean price(String name) {
        return PRICE.keySet().stream().anyMatch(role -> rank(name, role) >= 0);
    }

    /** How well a name fits a price role: 0 is best, −1 means not at all. */
    static int rank(String name, String role) {
        int rank = PRICE.get(role).indexOf(plain(name));
        int dot = name.lastIndexOf('.'); // SPY.Close, as quantmod writes
        if (rank < 0 && dot > 0) {
            rank = PRICE.get(role).indexOf(plain(name.substring(dot + 1)));
        }
        return rank;
    }

    /** Whether a name can only be that of a market price; {@code price} may as well be what an applicant buys. */
    static boolean quoted(String name) {
        return rank(name, "adjclose") >= 0 || (rank(name, "close") >= 0 && !PLAIN_PRICE.contains(plain(name)));
    }

    /** How much a name speaks for a target: 0 is most, −1 means not at all. */
    static int targetRank(String name) {
        return TARGET.indexOf(plain(name));
    }

    static boolean id(String name) {
        String lower = name.toLowerCase(Locale.ROOT).strip();
        return ID.contains(plain(name))
                || lower.endsWith("_id")
                || lower.endsWith(" id")
                || lower.endsWith(".id")
                || lower.endsWith("-id")
                || lower.startsWith("id_")
                || (name.endsWith("Id") && name.length() > 2)
                || name.startsWith("#");
    }

    /** Upper-case letters, digits and the marks that tickers use: {@code SPY}, {@code BRK.B}, {@code ^VIX}, {@code 600519.SH}. */
    static boolean ticker(String name) {
        if (name.isEmpty() || name.length() > 14) {
            return false;
        }
        return name.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || ".^=-_/".indexOf(c) >= 0);
    }

    static String plain(String name) {
        int bracket = Math.max(name.indexOf('('), name.indexOf('（'));
        String core = bracket > 0 ? name.substring(0, bracket) : name;
        StringBuilder plain = new StringBuilder(core.length());
        core.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
