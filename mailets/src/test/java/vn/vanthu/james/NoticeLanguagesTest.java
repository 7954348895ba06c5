package vn.vanthu.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NoticeLanguagesTest {

    private static final String TEXT = "Đã duyệt.\n> -- \n> chào\n\n--\nApproved.\n";

    @Test
    void noticesAreInTheLanguagesThatTheOfficeWants() {
        assertThat(arranged("vi", "en")).isEqualTo(TEXT);
        assertThat(arranged("vi")).isEqualTo("Đã duyệt.\n> -- \n> chào\n");
        assertThat(arranged("en")).isEqualTo("Approved.\n");
        assertThat(arranged("en", "vi")).isEqualTo("Approved.\n\n--\nĐã duyệt.\n> -- \n> chào\n");
        assertThat(new NoticeLanguages(List.of("en")).arrange("Thư hằng ngày.\n"))
                .isEqualTo("Thư hằng ngày.\n");
    }

    private static String arranged(String... languages) {
        return new NoticeLanguages(List.of(languages)).arrange(TEXT);
    }
}
