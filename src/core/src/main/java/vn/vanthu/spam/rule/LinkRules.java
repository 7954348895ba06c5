package vn.vanthu.spam.rule;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanthu.spam.content.Link;
import vn.vanthu.spam.content.MailContent;

/** What the web addresses give away. */
final class LinkRules {

    private static final Pattern NUMERIC = Pattern.compile("[0-9]+(?:\\.[0-9]+){0,3}|0x[0-9a-f]+");
    private static final Pattern SHOWN =
            Pattern.compile("(?i)^(?:https?://)?((?:[a-z0-9-]+\\.)+[a-z]{2,12})(?:[/:?].*)?$");
    private static final Pattern RANDOM =
            Pattern.compile("(?=[a-z0-9-]*[0-9][a-z]+[0-9])[a-z0-9-]{6,}|[bcdfghjklmnpqrstvwxz]{6,}");
    private static final Set<String> CHEAP = Set.of(
            "info", "biz", "cn", "ru", "top", "xyz", "club", "online", "site", "icu", "vip", "tk", "ml", "ga", "cf",
            "gq", "work", "click", "link", "live", "shop", "fun", "buzz", "cc", "ws", "pw", "space", "website", "hk",
            "br", "in", "kr");
    private static final Set<String> SHORT = Set.of(
            "bit.ly",
            "tinyurl.com",
            "t.co",
            "goo.gl",
            "is.gd",
            "ow.ly",
            "cutt.ly",
            "rebrand.ly",
            "t.ly",
            "s.id",
            "rb.gy",
            "shorturl.at",
            "t.me",
            "zalo.me",
            "by.vn");
    private static final Set<String> LENT = Set.of(
            "storage.googleapis.com",
            "firebasestorage.googleapis.com",
            "web.app",
            "firebaseapp.com",
            "pages.dev",
            "workers.dev",
            "r2.dev",
            "weebly.com",
            "wixsite.com",
            "blogspot.com",
            "geocities.com",
            "page.link",
            "herokuapp.com",
            "netlify.app",
            "windows.net",
            "amazonaws.com",
            "sendgrid.net",
            "ipfs.io",
            "forms.gle");

    private LinkRules() {}

    static List<Rule> all() {
        return List.of(
                rule("LINK_NUMERIC", 0.5, "Liên kết tới địa chỉ số", link -> NUMERIC.matcher(link.host())
                        .matches()),
                rule("LINK_LOGIN", 1.0, "Liên kết giả tên miền trước dấu @", Link::hasLogin),
                rule("LINK_PORT", 0.2, "Liên kết tới cổng lạ", link -> link.address()
                        .matches("(?i)https?://[^/?#]*:(?!80(?:/|$)|443(?:/|$))[0-9]+.*")),
                rule(
                        "LINK_ELSEWHERE",
                        0.7,
                        "Chữ của liên kết nói một nơi, dẫn tới nơi khác",
                        LinkRules::leadsElsewhere),
                rule(
                        "LINK_CHEAP",
                        1.9,
                        "Liên kết tới tên miền hay bị lạm dụng",
                        link -> CHEAP.contains(link.host().substring(link.host().lastIndexOf('.') + 1))),
                rule(
                        "LINK_SHORTENED",
                        0.1,
                        "Liên kết rút gọn",
                        link -> SHORT.contains(Link.ownedDomain(link.host())) || SHORT.contains(link.host())),
                rule(
                        "LINK_ENCODED",
                        0.5,
                        "Liên kết bị che bằng mã",
                        link -> link.host().indexOf('%') >= 0
                                || link.host().contains("xn--")
                                || link.address().matches("(?i)[^%]*(?:%[2-7][0-9a-f]){4,}.*")),
                new Rule("LINKS_ALL_ELSEWHERE", 0.5, "Không liên kết nào thuộc người gửi", LinkRules::areAllElsewhere),
                new Rule(
                        "LINKS_ONE_HOST",
                        1.1,
                        "Mọi liên kết tới một nơi",
                        mail -> mail.links().size() > 1
                                && mail.links().stream()
                                                .map(Link::host)
                                                .distinct()
                                                .count()
                                        == 1));
    }

    private static Rule rule(String name, double points, String meaning, Predicate<Link> matches) {
        return new Rule(
                name, points, meaning, mail -> mail.links().stream().limit(50).anyMatch(matches));
    }

    private static boolean leadsElsewhere(Link link) {
        Matcher shown = SHOWN.matcher(link.shown());
        return shown.matches() && !Link.ownedDomain(shown.group(1)).equals(Link.ownedDomain(link.host()));
    }

    private static String label(Link link) {
        String owned = Link.ownedDomain(link.host());
        return owned.substring(0, Math.max(0, owned.indexOf('.'))).toLowerCase(Locale.ROOT);
    }

    private static boolean areAllElsewhere(MailContent mail) {
        String own = Link.ownedDomain(mail.sender().domain());
        return !mail.links().isEmpty()
                && mail.links().stream()
                        .noneMatch(link -> Link.ownedDomain(link.host()).equals(own));
    }
}
