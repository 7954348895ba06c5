package vn.vanthu.benchmark.document;

import java.util.ArrayList;
import java.util.List;

/** Places a described document on A4 pages (NĐ 30/2020, Annex I.I; TT 01/2011 differs in sizes and margins). */
final class Layout {

    static final double WIDTH = 595;
    static final double HEIGHT = 842;

    private final Described document;
    private final Fonts fonts;
    private final boolean old;
    private final double left;
    private final double right;
    private final double bodySize;
    private final List<Placed> lines = new ArrayList<>();
    private int page;
    private double y;
    /** Where the name of the first signer stands: the seal goes there. */
    private Placed signer = new Placed("", -1, 0, 0, 0, Style.BOLD, 0);

    private Layout(Described document, Fonts fonts) {
        this.document = document;
        this.fonts = fonts;
        this.old = document.style().equals("tt01");
        int variant = Math.floorMod(document.name().hashCode(), 4);
        this.left = 85 - variant * 4;
        this.right = WIDTH - 43 - variant * 4;
        this.bodySize = old ? 14 : 13 + variant % 2;
        this.y = 57 + variant * 5;
    }

    static Layout of(Described document, Fonts fonts) {
        Layout layout = new Layout(document, fonts);
        if (document.style().equals("plain")) {
            layout.plain();
        } else {
            layout.head();
            layout.title();
            layout.body();
            layout.foot();
            layout.annex();
        }
        return layout;
    }

    List<Placed> lines() {
        return lines;
    }

    Placed signer() {
        return signer;
    }

    private void head() {
        double leftMiddle = left + (WIDTH * 0.42 - left) / 2 - 5;
        double rightMiddle = WIDTH * 0.42 + (right - WIDTH * 0.42) / 2;
        double top = y;
        column(document.lines("superior"), leftMiddle, Style.REGULAR, 13);
        column(document.lines("issuer"), leftMiddle, Style.BOLD, 13);
        y += 6;
        column(document.lines("number"), leftMiddle, Style.REGULAR, 13);
        column(document.lines("about"), leftMiddle, Style.REGULAR, 12);
        double leftEnd = y;
        y = top;
        if (document.style().equals("party")) {
            column(List.of("ĐẢNG CỘNG SẢN VIỆT NAM"), rightMiddle, Style.BOLD, 15);
        } else if (!document.text("state").equals("no")) {
            column(List.of("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), rightMiddle, Style.BOLD, old ? 12 : 13);
            column(
                    List.of(old ? "Độc lập – Tự do – Hạnh phúc" : "Độc lập - Tự do - Hạnh phúc"),
                    rightMiddle,
                    Style.BOLD,
                    13.5);
        }
        y = Math.max(
                y + 8,
                top
                        + 16
                                * (document.lines("superior").size()
                                        + document.lines("issuer").size())
                        + 8);
        column(document.lines("date"), rightMiddle, Style.ITALIC, 13);
        double rightEnd = y;
        y = Math.max(leftEnd, rightEnd) + 4;
        column(document.lines("mark"), leftMiddle, Style.BOLD, 14);
        column(document.lines("draft"), leftMiddle, Style.BOLD, 13);
        y += 14;
    }

    private void column(List<String> texts, double middle, Style style, double size) {
        double most = Math.min(middle - left + 8, right - middle + 8) * 2;
        for (String text : texts) {
            double fitting = Math.min(
                    size, size * (middle < WIDTH * 0.4 ? most : Double.MAX_VALUE) / fonts.width(text, style, size));
            put(text, middle - fonts.width(text, style, fitting) / 2, style, fitting);
        }
    }

    private void title() {
        double middle = (left + right) / 2;
        column(document.lines("title"), middle, Style.BOLD, document.style().equals("party") ? 16 : 14);
        column(document.lines("subject"), middle, Style.BOLD, 14);
        y += 12;
        column(document.lines("authority"), middle, Style.BOLD, 14);
        y += document.lines("authority").isEmpty() ? 0 : 8;
        addressees();
    }

    private void addressees() {
        List<String> to = document.lines("to");
        if (to.isEmpty()) {
            return;
        }
        double label = left + 70;
        if (to.size() == 1) {
            String line = "Kính gửi: " + to.get(0);
            put(
                    line,
                    Math.max(left, (left + right - fonts.width(line, Style.REGULAR, bodySize)) / 2),
                    Style.REGULAR,
                    bodySize);
        } else {
            put("Kính gửi:", label, Style.REGULAR, bodySize);
            to.forEach(place -> put("- " + place, label + 60, Style.REGULAR, bodySize));
        }
        y += 10;
    }

    private void body() {
        document.all("body").forEach(this::paragraph);
        Filler.paragraphs(document).forEach(this::paragraph);
    }

    private void paragraph(String text) {
        double x = left + 28;
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (fonts.width(longer, Style.REGULAR, bodySize) > right - x && !line.isEmpty()) {
                put(line.toString(), x, right - x, Style.REGULAR, bodySize);
                x = left;
                longer = word;
            }
            line = new StringBuilder(longer);
        }
        put(line.toString(), x, Style.REGULAR, bodySize);
        y += 5;
    }

    private void foot() {
        List<String> places = document.lines("places");
        List<String> sign = document.lines("sign");
        double height = Math.max(15 * places.size() + 20, 18 * sign.size() + 90);
        if (y + height > HEIGHT - 50) {
            nextPage();
        }
        y += 10;
        double top = y;
        double rightMiddle = WIDTH * 0.52 + (right - WIDTH * 0.52) / 2;
        column(sign, rightMiddle, Style.BOLD, bodySize);
        y += 62;
        signers(rightMiddle);
        double end = y;
        y = top;
        if (!places.isEmpty()) {
            put("Nơi nhận:", left, Style.BOLD_ITALIC, 12);
            places.forEach(this::place);
        }
        y = Math.max(y, end);
    }

    private void signers(double middle) {
        column(document.lines("signer"), middle, Style.BOLD, bodySize);
        if (!document.text("signer").isEmpty()) {
            signer = lines.get(lines.size() - 1);
        }
    }

    /** A long place goes on in the next line. */
    private void place(String place) {
        String rest = "- " + place;
        while (fonts.width(rest, Style.REGULAR, 11) > WIDTH * 0.5 - left) {
            int cut = rest.length();
            while (fonts.width(rest.substring(0, cut), Style.REGULAR, 11) > WIDTH * 0.5 - left) {
                cut = rest.lastIndexOf(' ', cut - 1);
            }
            put(rest.substring(0, cut), left, Style.REGULAR, 11);
            rest = rest.substring(cut + 1);
        }
        put(rest, left, Style.REGULAR, 11);
    }

    private void annex() {
        if (document.all("annex").isEmpty()) {
            return;
        }
        nextPage();
        document.all("annex").forEach(this::annexLine);
    }

    private void annexLine(String line) {
        boolean heading = line.equals(line.toUpperCase(java.util.Locale.ROOT));
        if (heading) {
            column(List.of(line), (left + right) / 2, Style.BOLD, 14);
        } else {
            paragraph(line);
        }
    }

    /** A paper that is no document: each line as it comes, capitals centred. */
    private void plain() {
        document.all("body").forEach(this::annexLine);
        if (!document.text("signer").isEmpty()) {
            y += 40;
            signers(WIDTH * 0.7);
        }
    }

    private void put(String text, double x, Style style, double size) {
        put(text, x, 0, style, size);
    }

    private void put(String text, double x, double width, Style style, double size) {
        if (y > HEIGHT - 60) {
            nextPage();
        }
        lines.add(new Placed(text, page, x, y, width, style, size));
        y += size * 1.25;
    }

    private void nextPage() {
        page++;
        y = 40;
        String number = Integer.toString(page + 1);
        lines.add(new Placed(number, page, WIDTH / 2, y, 0, Style.REGULAR, 13));
        y = 65;
    }
}
