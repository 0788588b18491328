package io.riskloom.engine.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The names of price columns, the better ones of each role first. */
final class PriceNames {

    /** The columns of a bar beside its close. */
    static final List<String> BARS = List.of("open", "high", "low", "volume");

    private static final Map<String, List<String>> NAMES = Map.of(
            "open",
            words(
                    "open openprice opening openingprice priceopen pxopen 开盘价 开盘 今开 開盤價 開盤 始値 开 ouverture ouv apertura abertura otwarcie kursotwarcia açılış açiliş acilis eröffnung eröffnungskurs"
                            + " eroeffnung eröffn eröff erster"),
            "high",
            words(
                    "high highprice dayhigh pricehigh pxhigh 最高价 最高 最高價 高値 高 plushaut máximo maximo máxima maxima massimo najwyższy najwyzszy kursmaksymalny yüksek enyüksek yuksek hoch tageshoch tageshöchst höchst höchstkurs"),
            "low",
            words(
                    "low lowprice daylow pricelow pxlow 最低价 最低 最低價 安値 低 plusbas mínimo minimo mínima minima najniższy najnizszy kursminimalny düşük endüşük dusuk tief tagestief tageslow tiefst tiefstkurs"),
            "adjclose",
            words(
                    "adjclose adjustedclose adjustedcloseprice closeadj closeadjusted adjcloseprice adjustedprice adjprice adjusted"
                            + " bereinigt bereinigterschlusskurs 后复权收盘价 前复权收盘价 复权收盘价 复权价 后复权价 還原收盤價 clôtureajustée cierreajustado chiusuraaggiustata"),
            "close",
            words(
                    "close closeprice priceclose closelast closing closingprice 收盘价 收盘 收盤價 收盤 終値 收 clôture cloture cierre chiusura fechamento fecho zamknięcie zamkniecie"
                            + " kurszamknięcia kapanış kapaniş kapanis schlusskurs schluss"
                            + " zuletzt letzter letzterkurs price last lastprice pricelast pxlast pxsettle settle settlement"
                            + " settlementprice dernier último ultimo ostatnio şimdi simdi nav rücknahmepreis ruecknahmepreis"
                            + " valeurliquidative kurs prix precio prezzo preço fiyat 最新价 價格 价格 单位净值 净值"),
            "volume",
            words("volume vol totalvolume totvol tickvol volumetraded sharevolume pxvolume 成交量 成交股数 成交股數 总手 出来高 stück"
                    + " stücke stuecke volumen 交易量 volumes wolumen wol hacim hac"));

    /** What some services call the columns of a bar; each alone means nothing. */
    private static final Map<String, String> LETTERS =
            Map.of("open", "o", "high", "h", "low", "l", "close", "c", "volume", "v");

    /** What an applicant buys may have these as well. */
    private static final Set<String> LOOSE = Set.copyOf(words(
            "price last settlement adjusted kurs nav prix precio prezzo preço fiyat dernier último ultimo ostatnio 收"
                    + " 价格 價格 净值"));

    private static final Set<String> DERIVED =
            Set.copyOf(words("change chg pctchg pctchange changepct changepercent percentchange"
                    + " dailychange netchange net return returns dailyreturn logreturn ret trades numberoftrades numtrades transactions"
                    + " openinterest openint oi amount turnover turnoverrate turn marketcap vwap dividend dividends dividendamount"
                    + " stocksplits splitcoefficient splitfactor splitratio adjfactor adjopen adjhigh adjlow adjvolume preclose prevclose"
                    + " previousclose closetime quoteassetvolume umsatz ausgabepreis veränderung differenz spread 涨跌幅 涨跌额 涨跌 振幅 换手率 成交额"
                    + " 成交金额 前收盘 前收盘价 昨收 昨收价 均价 总市值 流通市值 漲跌幅 漲跌價差 漲跌 成交金額 成交筆數 前收盤價 周轉率"));

    /** Before or after a price's name these make another price of it, not that of a ticker. */
    private static final Set<String> OTHER = Set.copyOf(
            words(
                    "prev previous pre prior last first day daily after ask bid mid avg average mean week weekly month monthly year"
                            + " yearly 52week 52wk 52w total net price prices time date interest rate raw unadjusted pct change chg diff"));

    private static final Set<String> CURRENCIES =
            Set.of("usd", "eur", "gbp", "chf", "cny", "rmb", "hkd", "twd", "jpy", "元", "$", "€");

    private static final String SEPARATORS = " ._:|/-";

    /** A column called by a ticker and a role, such as {@code AAPL Close}. */
    record Part(String ticker, String role) {}

    private PriceNames() {}

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    static boolean price(String name) {
        return NAMES.keySet().stream().anyMatch(role -> rank(name, role) >= 0);
    }

    /** Whether names are those of bars in single letters: {@code o}, {@code h}, {@code l} and {@code c} together. */
    static boolean letters(List<String> names) {
        return Stream.of("open", "high", "low", "close")
                .allMatch(r -> names.stream().anyMatch(n -> letter(n, r)));
    }

    static boolean letter(String name, String role) {
        return Headings.plain(name).equals(LETTERS.get(role));
    }

    /** How well a name fits a role: 0 is best, −1 means not at all. */
    static int rank(String name, String role) {
        return NAMES.get(role).indexOf(Headings.plain(core(name)));
    }

    /** Without the number that Alpha Vantage puts before a name ({@code 4. close}) and a currency after it. */
    private static String core(String name) {
        String text = name.strip();
        int digits = 0;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        int dot = text.indexOf(". ");
        if (digits > 0 && dot >= digits && dot <= digits + 1) {
            text = text.substring(dot + 2);
        }
        int blank = text.lastIndexOf(' ');
        return blank > 0 && CURRENCIES.contains(Headings.plain(text.substring(blank)))
                ? text.substring(0, blank)
                : text;
    }

    /** Whether a name can only be that of a market price; {@code price} may as well be what an applicant buys. */
    static boolean quoted(String name) {
        return (rank(name, "adjclose") >= 0 || rank(name, "close") >= 0) && !LOOSE.contains(Headings.plain(core(name)));
    }

    /** What comes with prices and is none: changes, amounts, the previous close. */
    static boolean derived(String name) {
        return name.indexOf('%') >= 0 || DERIVED.contains(Headings.plain(core(name)));
    }

    /** The ticker and the role in a name of both, in either order, also as the pairs that pandas flattens columns to. */
    static Optional<Part> part(String name) {
        boolean pair = name.startsWith("(") && name.endsWith(")");
        String text = (pair ? name.replaceAll("[()'\"]", "").replace(", ", " ") : name).strip();
        if (derived(text) || price(text)) {
            return Optional.empty();
        }
        for (int i = 1; i < text.length() - 1; i++) {
            if (SEPARATORS.indexOf(text.charAt(i)) >= 0) {
                String left = text.substring(0, i).strip();
                String right = text.substring(i + 1).strip();
                Optional<Part> found = part(left, right).or(() -> part(right, left));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Part> part(String ticker, String role) {
        String plain = Headings.plain(ticker);
        if (plain.isEmpty() || OTHER.contains(plain) || CURRENCIES.contains(plain)) {
            return Optional.empty();
        }
        return NAMES.keySet().stream()
                .filter(r -> rank(role, r) >= 0)
                .map(r -> new Part(ticker, r))
                .findFirst();
    }
}
