package io.riskloom.engine.data;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What column names mean in any file, in English, Chinese (both scripts), other European languages and the spellings of vendors. Names are
 * compared without case, blanks and punctuation. Prices are in {@link PriceNames}, targets in {@link TargetNames}.
 */
final class Headings {

    /** In order of trust: a file with a date and a time of day has its days in the first. */
    private static final List<String> DATE = List.of(
            "date",
            "dates",
            "tradedate",
            "tradingdate",
            "tradingday",
            "dtyyyymmdd",
            "exchangedate",
            "observationdate",
            "pricedate",
            "businessdate",
            "valuedate",
            "asof",
            "asofdate",
            "datetime",
            "datum",
            "handelstag",
            "日期",
            "交易日期",
            "交易日",
            "净值日期",
            "日付",
            "timestamp",
            "opentime",
            "时间",
            "時間",
            "交易时间",
            "zeitpunkt",
            "zeit",
            "time",
            "day",
            "tag",
            "fecha",
            "tarih",
            "data",
            "t");

    /** Names of days that columns of seconds or minutes have as well. */
    private static final Set<String> CLOCK = Set.of("time", "zeit", "uhrzeit", "时间", "時間");

    /** Names of days that columns of other numbers have as well. */
    private static final Set<String> LOOSE_DATE = Set.of("data", "t");

    private static final List<String> SYMBOL = List.of(
            "symbol",
            "ticker",
            "tickersymbol",
            "tscode",
            "ric",
            "stockcode",
            "secucode",
            "securitycode",
            "stkcd",
            "股票代码",
            "股票代碼",
            "证券代码",
            "證券代號",
            "證券代碼",
            "合约代码",
            "基金代码",
            "代码",
            "代碼",
            "代號",
            "code",
            "isin",
            "wkn",
            "kürzel",
            "kuerzel",
            "instrument",
            "security",
            "股票简称",
            "证券简称",
            "證券名稱",
            "股票名称");

    private static final Set<String> ID = Set.of(
            "id",
            "rowid",
            "rownames",
            "rowname",
            "rownum",
            "rownumber",
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
            "skidcurr",
            "编号",
            "序号",
            "客户号",
            "客户编号",
            "身份证号",
            "贷款编号",
            "合同编号",
            "kundennummer",
            "unnamed0",
            "idx",
            "customernumber",
            "customerno",
            "loannumber",
            "loanno",
            "accountnumber",
            "accountno",
            "applicationnumber",
            "applicationno",
            "contractnumber",
            "申请编号",
            "申请号",
            "客户号码",
            "贷款号",
            "借据号",
            "合同号",
            "账号",
            "流水号",
            "订单号",
            "身份证",
            "身份证号码",
            "证件号",
            "证件号码",
            "kundennr",
            "antragsnummer",
            "antragsnr",
            "vertragsnummer",
            "vertragsnr",
            "kreditnummer",
            "kreditnr",
            "darlehensnummer",
            "kontonummer",
            "kontonr",
            "lfdnr");

    private Headings() {}

    static boolean date(String name) {
        return dateRank(name) >= 0;
    }

    /** How much a name speaks for the column of days: 0 is most, −1 means not at all. */
    static int dateRank(String name) {
        return DATE.indexOf(plain(name));
    }

    /** Whether a date's name is one that columns of other numbers have as well. */
    static boolean looseDate(String name) {
        return LOOSE_DATE.contains(plain(name));
    }

    /** Whether a date's name may mean a time of day as well. */
    static boolean clock(String name) {
        return CLOCK.contains(plain(name));
    }

    static boolean symbol(String name) {
        return symbolRank(name) >= 0;
    }

    /** How much a name speaks for the column of tickers: 0 is most, −1 means not at all. */
    static int symbolRank(String name) {
        return SYMBOL.indexOf(plain(name));
    }

    static boolean price(String name) {
        return PriceNames.price(name);
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
                || lower.equals("#");
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
