package vn.vanthu.benchmark.document;

import java.util.List;
import java.util.stream.IntStream;

/** Paragraphs that say little, to make documents as long as real ones. */
final class Filler {

    private static final List<String> SENTENCES = List.of(
            "Các cơ quan, đơn vị căn cứ chức năng, nhiệm vụ được giao, chủ động xây dựng kế hoạch cụ thể và tổ chức"
                    + " thực hiện bảo đảm tiến độ, chất lượng.",
            "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị kịp thời phản ánh về cơ quan chủ trì để"
                    + " tổng hợp, báo cáo cấp có thẩm quyền xem xét, quyết định.",
            "Kinh phí thực hiện được bố trí từ nguồn ngân sách nhà nước theo phân cấp hiện hành và các nguồn huy động"
                    + " hợp pháp khác theo quy định của pháp luật.",
            "Công tác tuyên truyền được triển khai bằng nhiều hình thức phù hợp, chú trọng nêu gương người tốt, việc"
                    + " tốt và nhân rộng các mô hình hay, cách làm hiệu quả.",
            "Tiếp tục rà soát, đơn giản hóa thủ tục, rút ngắn thời gian giải quyết hồ sơ; tăng cường ứng dụng công"
                    + " nghệ thông tin trong chỉ đạo, điều hành.",
            "Định kỳ hằng quý, trước ngày 20 của tháng cuối quý, các đơn vị gửi báo cáo kết quả bằng văn bản qua hệ"
                    + " thống thư điện tử công vụ.",
            "Phân công rõ người, rõ việc, rõ thời gian hoàn thành, rõ sản phẩm; gắn trách nhiệm người đứng đầu với kết"
                    + " quả thực hiện nhiệm vụ của đơn vị.",
            "Việc kiểm tra, giám sát được thực hiện thường xuyên; kịp thời biểu dương tập thể, cá nhân làm tốt và chấn"
                    + " chỉnh những nơi còn chậm trễ.");

    private Filler() {}

    static List<String> paragraphs(Described document) {
        String count = document.text("filler");
        int start = Math.floorMod(document.name().hashCode(), SENTENCES.size());
        return IntStream.range(0, count.isEmpty() ? 0 : Integer.parseInt(count))
                .mapToObj(i -> SENTENCES.get((start + i) % SENTENCES.size()))
                .toList();
    }
}
