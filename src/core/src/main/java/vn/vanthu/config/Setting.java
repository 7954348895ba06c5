package vn.vanthu.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The keys of {@code vanthu.properties}: the one table from which reading, checking, the sample file and the reference in
 * the README come.
 */
public enum Setting {
    HOSTNAME(
            "vanthu.hostname",
            Kind.HOST,
            "",
            "Tên của máy chủ này trên mạng, như trong bản ghi MX. Để trống: tên của máy.",
            "This server's name on the network, as in the MX record. Empty: the machine's name."),
    LISTEN(
            "vanthu.listen",
            Kind.HOST,
            "",
            "Địa chỉ mà các cổng SMTP và IMAP nghe, thay cho 127.0.0.1 trong smtpserver.xml và imapserver.xml;"
                    + " 0.0.0.0: mọi địa chỉ của máy. Để trống: như hai tệp đó.",
            "The address on which the SMTP and IMAP listeners take connections, in place of 127.0.0.1 in"
                    + " smtpserver.xml and imapserver.xml; 0.0.0.0: every address of the machine. Empty: as those files"
                    + " say."),
    TIMEZONE(
            "vanthu.timezone",
            Kind.ZONE,
            "Asia/Ho_Chi_Minh",
            "Múi giờ: ngày trong sổ và giờ làm việc tính theo múi giờ này.",
            "Time zone: the dates in the registers and the working hours are in it."),
    LANGUAGES(
            "vanthu.languages",
            Kind.choices("vi", "en"),
            "vi,en",
            "Ngôn ngữ của thông báo, theo thứ tự.",
            "Languages of the notices, in this order."),
    ARCHIVE(
            "vanthu.archive",
            Kind.TEXT,
            "archive",
            "Thư mục lưu trữ văn bản, đọc được cả khi mạng hoặc hệ thống thư ngừng. Tính từ thư mục dữ liệu.",
            "Folder of the filed documents, readable when the network or the mail system is down. Relative to the data"
                    + " folder."),
    DB_URL(
            "vanthu.db.url",
            Kind.JDBC_URL,
            "",
            "Cơ sở dữ liệu của sổ, ví dụ jdbc:mariadb://127.0.0.1/vanthu. Để trống: H2 trong thư mục dữ liệu.",
            "The register's database, for example jdbc:mariadb://127.0.0.1/vanthu. Empty: H2 in the data folder."),
    DB_USER(
            "vanthu.db.user",
            Kind.TEXT,
            "",
            "Tài khoản dùng hằng ngày: chỉ thêm và đọc.",
            "The account of daily running: it only adds and reads."),
    DB_PASSWORD(
            "vanthu.db.password",
            Kind.SECRET,
            "",
            "Mật khẩu của tài khoản đó; nên đặt trong biến môi trường.",
            "Its password; better in the environment."),
    DB_ADMIN_USER(
            "vanthu.db.admin.user",
            Kind.TEXT,
            "",
            "Tài khoản tạo và nâng cấp bảng. Có thể bỏ trống khi không có nâng cấp.",
            "The account that makes and migrates tables. May be absent when nothing is to be migrated."),
    DB_ADMIN_PASSWORD("vanthu.db.admin.password", Kind.SECRET, "", "Mật khẩu của tài khoản đó.", "Its password."),
    JAMES_DB_PASSWORD(
            "vanthu.james.db.password",
            Kind.SECRET,
            "",
            "Mật khẩu cơ sở dữ liệu của James khi có tệp james-database.properties; nên đặt trong biến môi trường.",
            "The password of James's own database where james-database.properties names one; better in the"
                    + " environment."),
    BOOK_RESERVED_DAYS(
            "vanthu.book.reserved.days",
            Kind.number(1, 366),
            "30",
            "Số văn bản đi cấp trước được giữ bấy nhiêu ngày; không dùng thì tự hủy và báo cho người xin số.",
            "For how many days an outgoing number is kept for a document to be signed; then it is void, and who took"
                    + " it is told."),
    SEAL_RECIPIENTS(
            "vanthu.seal.recipients",
            Kind.ADDRESSES,
            "",
            "Ngoài lãnh đạo và văn thư, dấu niêm phong hằng ngày còn gửi tới những địa chỉ này, cách nhau bằng dấu"
                    + " phẩy.",
            "Besides the leaders and the clerk, the daily seal head goes to these addresses, with commas between."),
    SMARTHOST(
            "vanthu.smarthost",
            Kind.HOST_AND_PORT,
            "",
            "Máy chủ của tỉnh mà mọi thư ra ngoài đi qua. Để trống: gửi thẳng theo MX.",
            "The host through which all outside mail goes. Empty: directly, by MX."),
    SMARTHOST_USER("vanthu.smarthost.user", Kind.TEXT, "", "Tài khoản tại máy chủ đó.", "The account at that host."),
    SMARTHOST_PASSWORD("vanthu.smarthost.password", Kind.SECRET, "", "Mật khẩu của tài khoản đó.", "Its password."),
    SMARTHOST_TLS(
            "vanthu.smarthost.tls",
            Kind.choice("auto", "starttls", "tls"),
            "auto",
            "Mã hóa đường truyền tới máy chủ đó. auto: STARTTLS khi máy chủ có; khi có mật khẩu thì bắt buộc như"
                    + " starttls.",
            "Encryption of the way to that host. auto: STARTTLS where offered; with a password it must be, as with"
                    + " starttls."),
    DKIM_SELECTOR(
            "vanthu.dkim.selector",
            Kind.matching("letters, digits and hyphens", "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"),
            "vanthu",
            "Tên bản ghi DKIM trong DNS: TÊN._domainkey.MIỀN.",
            "Name of the DKIM record in DNS: NAME._domainkey.DOMAIN."),
    DKIM_KEY(
            "vanthu.dkim.key",
            Kind.TEXT,
            "",
            "Tệp PEM chứa khóa riêng để ký thư. Để trống: tự tạo khi chạy lần đầu.",
            "PEM file with the private key that signs mail. Empty: made at the first start."),
    DKIM_KNOWN(
            "vanthu.dkim.known",
            Kind.TEXT,
            "",
            "Tệp (dạng vùng DNS) chứa khóa DKIM của các cơ quan bạn, cho mạng không tra được DNS. Tính từ thư mục cấu"
                    + " hình.",
            "Zone file with the DKIM keys of partners, for networks that cannot ask DNS. Relative to the configuration"
                    + " folder."),
    LOGIN_ACCOUNT_FAILURES(
            "vanthu.login.account.failures",
            Kind.number(1, 1000),
            "5",
            "Số lần sai mật khẩu của một tài khoản, từ cùng một địa chỉ mạng, trước khi tạm khóa.",
            "Wrong passwords for one account, from one network address, before it is locked for a while."),
    LOGIN_CLIENT_FAILURES(
            "vanthu.login.client.failures",
            Kind.number(1, 100_000),
            "20",
            "Số lần sai mật khẩu từ một địa chỉ mạng, hoặc của một tài khoản từ mọi nơi, trước khi tạm chặn.",
            "Wrong passwords from one network address, or for one account from anywhere, before a lock for a while."),
    LOGIN_WINDOW_MINUTES(
            "vanthu.login.window.minutes",
            Kind.number(1, 1440),
            "10",
            "Khoảng thời gian tính các lần sai, bằng phút.",
            "In how many minutes the failures are counted."),
    LOGIN_LOCK_MINUTES(
            "vanthu.login.lock.minutes",
            Kind.number(1, 10_080),
            "15",
            "Thời gian tạm khóa, bằng phút.",
            "For how many minutes a lock lasts."),
    LOGIN_DELAY_SECONDS(
            "vanthu.login.delay.seconds",
            Kind.number(0, 60),
            "2",
            "Từ lần sai thứ ba: phải chờ bấy nhiêu giây mới được thử lại, mỗi lần sai sau gấp đôi.",
            "From the third failure on: how many seconds the next try must wait, twice as long after each one."),
    LDAP_URL(
            "vanthu.ldap.url",
            Kind.LDAP_URL,
            "",
            "Danh bạ LDAP hoặc Active Directory giữ mật khẩu của cán bộ, công chức. Để trống: tài khoản nằm ở đây (lệnh"
                    + " ./vanthu user).",
            "LDAP or Active Directory server that keeps the passwords of the staff. Empty: accounts are kept here"
                    + " (./vanthu user)."),
    LDAP_BASE(
            "vanthu.ldap.base",
            Kind.TEXT,
            "",
            "Nhánh chứa cán bộ, công chức, ví dụ ou=canbo,dc=coquan,dc=gov,dc=vn.",
            "Where the staff are, for example ou=canbo,dc=coquan,dc=gov,dc=vn."),
    LDAP_USER(
            "vanthu.ldap.user",
            Kind.TEXT,
            "",
            "DN của tài khoản chỉ để tìm trong danh bạ.",
            "DN of the account that looks people up."),
    LDAP_PASSWORD(
            "vanthu.ldap.password",
            Kind.SECRET,
            "",
            "Mật khẩu của tài khoản đó; nên đặt trong biến môi trường.",
            "Its password; better in the environment."),
    LDAP_MAIL(
            "vanthu.ldap.mail",
            Kind.matching("the name of an attribute", "[A-Za-z][A-Za-z0-9-]{0,63}"),
            "mail",
            "Thuộc tính chứa địa chỉ thư, như trong organization.xml.",
            "The attribute with the mail address, as in organization.xml."),
    LDAP_CLASS(
            "vanthu.ldap.class",
            Kind.matching("the name of an object class", "[A-Za-z][A-Za-z0-9-]{0,63}"),
            "inetOrgPerson",
            "Lớp đối tượng của một người; Active Directory: user.",
            "The object class of a person; user in Active Directory."),
    DISK_RESERVE(
            "vanthu.disk.reserve.megabytes",
            Kind.number(0, 100_000_000),
            "200",
            "Khi đĩa của thư mục dữ liệu còn ít hơn bấy nhiêu MB, thư mới được trả lời 452 (gửi lại sau), trước khi có"
                    + " gì hỏng.",
            "With fewer MB left on the data folder's disk, new mail gets 452 (try later), before anything can fail."),
    ADMIN_ADDRESS(
            "vanthu.admin.address",
            Kind.ADDRESS,
            "",
            "Hộp thư nhận thư hằng ngày khi hệ thống có việc cần quản trị. Để trống: Chánh Văn phòng.",
            "Mailbox of the daily mail when something needs the administrator. Empty: the head of the office."),
    MESSAGE_MAX_HEADER_BYTES(
            "vanthu.message.maxheaderbytes",
            Kind.number(10_000, 100_000_000),
            "16000000",
            "Thư có phần đầu dài hơn bấy nhiêu byte bị từ chối.",
            "A message whose header section is longer than so many bytes is refused.");

    private final String key;
    private final Kind kind;
    private final String byDefault;
    private final String vietnamese;
    private final String english;

    Setting(String key, Kind kind, String byDefault, String vietnamese, String english) {
        this.key = key;
        this.kind = kind;
        this.byDefault = byDefault;
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** The key in the file. */
    public String key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }

    /** The value when none is given; empty for none. */
    public String byDefault() {
        return byDefault;
    }

    /** What it does, for the administrator, in Vietnamese. */
    public String vietnamese() {
        return vietnamese;
    }

    /** What it does, in English. */
    public String english() {
        return english;
    }

    /** The environment variable that goes before the file: {@code VANTHU_DB_URL}. */
    public String environmentName() {
        return key.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    public static Optional<Setting> ofKey(String key) {
        return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
    }

    /** All keys, in the order of the table. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(Setting::key).toList();
    }
}
