package io.riskloom.engine.data;

/** Names of months and their abbreviations in English, German and French, in any case. */
final class MonthNames {

    private static final String[][] NAMES = {
        {"january", "jan", "januar", "jänner", "jän", "janvier", "janv"},
        {"february", "feb", "februar", "feber", "février", "fevrier", "févr", "fevr", "fév"},
        {"march", "mar", "märz", "mär", "maerz", "mrz", "mars"},
        {"april", "apr", "avril", "avr"},
        {"may", "mai"},
        {"june", "jun", "juni", "juin"},
        {"july", "jul", "juli", "juillet", "juil"},
        {"august", "aug", "août", "aout"},
        {"september", "sep", "sept", "septembre"},
        {"october", "oct", "oktober", "okt", "octobre"},
        {"november", "nov", "novembre"},
        {"december", "dec", "dezember", "dez", "décembre", "decembre", "déc"}
    };

    private MonthNames() {}

    /** 1 to 12, −1 where the word is no month. */
    static int month(char[] text, int from, int to) {
        for (int m = 0; m < NAMES.length; m++) {
            for (String name : NAMES[m]) {
                if (same(name, text, from, to)) {
                    return m + 1;
                }
            }
        }
        return -1;
    }

    static boolean same(String name, char[] text, int from, int to) {
        if (to - from != name.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (Character.toLowerCase(text[i]) != name.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }
}
