package io.riskloom.engine.data;

/** The currencies that stand before or behind a number. */
final class Currencies {

    /** Longer ones first where one begins or ends another; single signs of Unicode's currency symbols need no entry. */
    private static final String[] NAMES = {
        "US$", "HK$", "NT$", "NZ$", "R$", "A$", "C$", "S$", "USD", "EUR", "GBP", "GBp", "CHF", "JPY", "CNY", "CNH",
                "RMB", "HKD",
        "TWD", "KRW", "INR", "SGD", "AUD", "NZD", "CAD", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "TRY", "ZAR",
                "BRL", "MXN",
        "kr.", "kr", "zł", "Kč", "Ft", "Rs.", "Rs", "Fr.", "人民币", "人民幣", "港元", "港币", "美元", "欧元", "歐元", "日元", "英镑", "元",
        "円", "원"
    };

    private Currencies() {}

    /** Length of the currency that begins at {@code start}, 0 where none does. */
    static int before(char[] text, int start, int end) {
        for (String name : NAMES) {
            if (startsWith(text, start, end, name)) {
                return name.length();
            }
        }
        return sign(text[start]) ? 1 : 0;
    }

    /** Length of the currency that ends at {@code end}, 0 where none does. */
    static int behind(char[] text, int start, int end) {
        for (String name : NAMES) {
            if (endsWith(text, start, end, name)) {
                return name.length();
            }
        }
        return sign(text[end - 1]) ? 1 : 0;
    }

    private static boolean sign(char c) {
        return Character.getType(c) == Character.CURRENCY_SYMBOL;
    }

    private static boolean startsWith(char[] text, int start, int end, String name) {
        return end - start >= name.length() && same(text, start, name);
    }

    static boolean endsWith(char[] text, int start, int end, String name) {
        return end - start >= name.length() && same(text, end - name.length(), name);
    }

    private static boolean same(char[] text, int at, String name) {
        for (int i = 0; i < name.length(); i++) {
            if (text[at + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
