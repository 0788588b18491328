package io.riskloom.engine.data;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The names of targets, and the words in them that tell who paid. */
final class TargetNames {

    /** In order of trust; each is taken only where its column holds classes. */
    private static final List<String> TARGET = words(
            "defaultpaymentnextmonth defaultnextmonth default defaulted isdefault"
                    + " ausfall kreditausfall zahlungsausfall insolvenz insolvent défaut defaut misstatus loancondition"
                    + " defaultflag defaultstatus defaultind loandefault badflag badloan isbad bad goodbad badgood good isgood"
                    + " creditability kredit creditrisk notfullypaid repayfail loanrepaid class target loanstatus status risk label y"
                    + " outcome seriousdlqin2yrs 是否违约 违约 违约标志 违约标识 是否逾期 好坏 好坏标签 目标 标签 五级分类 paid repaid loanpaidback a16 bonität bonitaet");

    /** Names that other columns have as well. */
    private static final Set<String> LOOSE =
            Set.of("status", "risk", "label", "y", "outcome", "good", "paid", "repaid", "标签", "bonität", "bonitaet");

    private static final Set<String> BAD =
            Set.copyOf(words("bad b default defaulted chargedoff chargeoff writtenoff late"
                    + " delinquent rejected refused denied declined badloan chgoff schlecht mauvais ausgefallen ausfall insolvent notpaid unpaid collection high risky 坏 坏客户 坏账 不良 违约 逾期 拒绝"
                    + " 次级 可疑 损失 -"));

    private static final Set<String> GOOD = Set.copyOf(
            words(
                    "good g paid fullypaid paidoff repaid current issued ingraceperiod"
                            + " approved accepted nondefault nodefault notdefault goodloan pif gut bon nichtausgefallen keinausfall low safe 好 好客户 正常 关注 未违约 未逾期 通过 +"));

    private static final Set<String> YES = Set.of("1", "yes", "y", "true", "t", "ja", "j", "oui", "sí", "si", "是");
    private static final Set<String> NO = Set.of("0", "no", "n", "false", "f", "nein", "non", "否");

    /** Columns whose yes means that the applicant paid. */
    private static final Set<String> PAID = Set.copyOf(
            words(
                    "good isgood paid ispaid repaid isrepaid fullypaid loanrepaid"
                            + " loanpaidback paidback approved isapproved accepted performing creditability kredit 好 是否正常 是否还款 是否通过"));

    private static final List<String> FAILED = words(
            "default ausfall insolven défaut defaut 违约 逾期 delinq dlq chargeoff chargedoff notfullypaid unpaid notpaid repayfail");

    private static final Set<String> BAD_NAMES = Set.of("bad", "isbad", "badflag", "badloan");

    /** What turns the event of a name round, the longer ones first. */
    private static final List<String> NEGATIONS = words("isnot isnon isno nicht keine kein not non no 是否未 是否无 未 无 非");

    /** What Lending Club puts before the status of some loans. */
    private static final String OUTSIDE_POLICY = "doesnotmeetthecreditpolicy.status:";

    private TargetNames() {}

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    /** How much a name speaks for a target, also as the opposite of one: 0 is most, −1 means not at all. */
    static int rank(String name) {
        String plain = Headings.plain(name);
        int rank = TARGET.indexOf(plain);
        return rank >= 0 ? rank : TARGET.indexOf(denied(plain));
    }

    static boolean loose(String name) {
        return LOOSE.contains(Headings.plain(name));
    }

    static boolean bad(String text) {
        return BAD.contains(word(text));
    }

    static boolean good(String text) {
        return GOOD.contains(word(text));
    }

    static boolean yes(String text) {
        return YES.contains(word(text));
    }

    static boolean no(String text) {
        return NO.contains(word(text));
    }

    /** Whether a column's name says that its yes is an applicant who paid. */
    static boolean paid(String name) {
        String plain = Headings.plain(name);
        String denied = denied(plain);
        return PAID.contains(plain)
                || BAD_NAMES.contains(denied)
                || FAILED.stream().anyMatch(denied::startsWith);
    }

    /** Whether a column's name says that its yes is an applicant who did not pay. */
    static boolean failed(String name) {
        String plain = Headings.plain(name);
        boolean event = BAD_NAMES.contains(plain) || FAILED.stream().anyMatch(plain::contains);
        return (event && !paid(name)) || PAID.contains(denied(plain));
    }

    /** What {@code non_default}, {@code not_bad} or {@code nichtausfall} deny; empty where nothing is denied. */
    private static String denied(String plain) {
        return NEGATIONS.stream()
                .filter(plain::startsWith)
                .map(n -> plain.substring(n.length()))
                .findFirst()
                .orElse("");
    }

    /** Where a loan's status is yes or no in letters, yes is one that was granted or repaid. */
    static boolean granted(String name, String yes) {
        String plain = Headings.plain(name);
        return (plain.equals("loanstatus") || plain.equals("status")) && !yes.equals("1");
    }

    private static String word(String text) {
        String lower = text.toLowerCase(Locale.ROOT).strip();
        if (lower.length() == 1) {
            return lower;
        }
        int bracket = lower.indexOf('(');
        String word = (bracket > 0 ? lower.substring(0, bracket) : lower).replaceAll("[ _-]", "");
        return word.startsWith(OUTSIDE_POLICY) ? word.substring(OUTSIDE_POLICY.length()) : word;
    }
}
