package vn.vanthu.confirmation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.registration.WorkingDays;

/**
 * The list of unread mails that the clerk gets on working days at 16:00: what came since the list before. Nothing is left
 * out or listed twice, whenever the gateway was stopped: a list's times follow from its day alone.
 *
 * @param day the working day whose list it is
 */
public record UnreadList(LocalDate day, List<UnreadMail> mails) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final LocalTime AT = LocalTime.of(16, 0);
    private static final int MOST_LISTED = 100;

    public UnreadList {
        mails = List.copyOf(mails);
    }

    /** The day whose list is the newest that is due. */
    public static LocalDate newest(Instant now) {
        ZonedDateTime local = now.atZone(ZONE);
        LocalDate day = local.toLocalDate();
        boolean due = WorkingDays.isWorkingDay(day) && !local.toLocalTime().isBefore(AT);
        return due ? day : WorkingDays.previous(day);
    }

    /** The list of a working day; empty when nothing is on it. */
    public static Optional<UnreadList> of(LocalDate day, UnreadMails mails) throws RegisterUnavailableException {
        List<UnreadMail> found = mails.between(end(WorkingDays.previous(day)), end(day));
        return found.isEmpty() ? Optional.empty() : Optional.of(new UnreadList(day, found));
    }

    private static Instant end(LocalDate day) {
        return day.atTime(AT).atZone(ZONE).toInstant();
    }

    public String subject() {
        return "Thư đến có phần không đọc được: " + mails.size();
    }

    public String text() {
        String list =
                mails.stream().limit(MOST_LISTED).map(mail -> mail.line(ZONE)).collect(Collectors.joining("\n"));
        String more = mails.size() > MOST_LISTED ? "\n... và " + (mails.size() - MOST_LISTED) + " thư nữa" : "";
        return mails.size() + " thư đến đã được chuyển cho người nhận, nhưng có phần hệ thống không đọc được, nên chưa"
                + " kiểm tra được dấu mật và chưa biết có phải văn bản hay không:\n\n" + list + more
                + "\n\n"
                + "Việc cần làm: mở từng thư cùng người nhận. Nếu là văn bản phải đăng ký, chuyển tiếp (Forward) thư"
                + " ấy đến hộp thư so@ của cơ quan để vào sổ. Nếu là tài liệu mật, báo ngay Chánh Văn phòng; quản trị"
                + " xóa bằng lệnh ./vanthu spill MÃ_THƯ.\n\n"
                + "Căn cứ: Điều 3 khoản 1 điểm đ, e và Điều 8 khoản 1 điểm a của Quy chế.\n\n"
                + "--\n"
                + "These mails from outside were delivered with parts that could not be read (encrypted, broken, too"
                + " large). Open them with their recipients; forward documents to so@ to register them, and report"
                + " secrets to the Office head at once.\n";
    }
}
