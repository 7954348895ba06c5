package vn.vanthu.server;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Supplier;
import javax.mail.MessagingException;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.server.backup.RetentionPeriods;
import vn.vanthu.server.status.DailyStatus;

/** One mail a year to the Office: of which records the retention period ended with the year before. */
final class RetentionReminder {

    /** The years of the books that were begun. */
    @FunctionalInterface
    interface Years {
        SortedSet<Integer> get() throws RegisterUnavailableException;
    }

    private final Years years;
    private final Supplier<List<String>> office;
    private final DailyStatus.Telling notices;
    private final Clock clock;
    private int remindedIn;

    /** @param clock in the office's time zone */
    RetentionReminder(Years years, Supplier<List<String>> office, DailyStatus.Telling notices, Clock clock) {
        this.years = years;
        this.office = office;
        this.notices = notices;
        this.clock = clock;
    }

    /** Does nothing but once a year; a restart tells it again under the same name, which is delivered once. */
    void remind() throws RegisterUnavailableException, MessagingException {
        int year = LocalDate.now(clock).getYear();
        if (year == remindedIn) {
            return;
        }
        List<String> ended = endedIn(year - 1);
        if (!ended.isEmpty()) {
            notices.tell(
                    "retention-" + year,
                    office.get(),
                    "Hồ sơ hết thời hạn bảo quản ngày 31/12/" + (year - 1),
                    text(String.join("\n", ended)));
        }
        remindedIn = year;
    }

    private List<String> endedIn(int last) throws RegisterUnavailableException {
        List<String> ended = new ArrayList<>();
        for (int year : years.get()) {
            for (RetentionPeriods.Item item : RetentionPeriods.all()) {
                if (item.lastYear(year).orElse(0) == last) {
                    ended.add("- Năm " + year + ": " + item.name() + ", " + item.period() + " (" + item.source() + ")");
                }
            }
        }
        return ended;
    }

    private static String text(String ended) {
        return "Thời hạn bảo quản của những hồ sơ sau đã hết:\n\n" + ended
                + "\n\n"
                + "Việc cần làm: lập Hội đồng xác định giá trị tài liệu; chưa có quyết định thì chưa hủy gì. Sổ đăng"
                + " ký giữ mọi dòng. Xem thời hạn: ./vanthu retention list NĂM\n\n"
                + "--\n"
                + "The retention period of these records has ended. Whether they are destroyed is the office's"
                + " decision; the register keeps every row.\n";
    }
}
