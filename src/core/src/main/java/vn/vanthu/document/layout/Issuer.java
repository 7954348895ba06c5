package vn.vanthu.document.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Who issues, by the lines at the top left.
 *
 * @param superior cơ quan chủ quản; empty for none
 * @param name empty when none was found
 */
record Issuer(String superior, String name, double confidence) {

    static final Issuer NONE = new Issuer("", "", 0);
    private static final int MOST_LINES = 7;
    private static final int AUTHORITY_CELLS = 6;

    /** Reads the lines that end before a cell. */
    static Issuer before(Sheet sheet, int end, boolean scan) {
        List<Cell> lines = capitals(sheet, end);
        if (lines.isEmpty()) {
            lines = mixedCase(sheet, end);
        }
        List<String> agencies = agencies(lines);
        if (agencies.isEmpty()) {
            return NONE;
        }
        String name = agencies.get(agencies.size() - 1);
        String superior = agencies.size() > 1 ? agencies.get(agencies.size() - 2) : "";
        boolean known = Agencies.begins(Plain.words(name));
        return new Issuer(cased(superior, scan), cased(name, scan), known ? 0.95 : 0.6);
    }

    private static String cased(String name, boolean scan) {
        return scan ? Agencies.mended(ProperCase.ofScanned(name)) : ProperCase.of(name);
    }

    /** Who decides, by the line between title and text of a decision: "GIÁM ĐỐC SỞ NGOẠI VỤ TỈNH BÌNH ĐỊNH". */
    Issuer orAuthority(Sheet sheet, int titleAt) {
        if (!name.isEmpty() || titleAt < 0) {
            return this;
        }
        return sheet.from(titleAt + 1, AUTHORITY_CELLS).stream()
                .map(Position::agencyIn)
                .filter(agency -> !agency.isEmpty())
                .findFirst()
                .map(agency -> new Issuer("", ProperCase.of(agency), 0.8))
                .orElse(this);
    }

    /** The capital lines right above the cell, topmost first. */
    private static List<Cell> capitals(Sheet sheet, int end) {
        List<Cell> lines = new ArrayList<>();
        for (int i = end - 1; i >= 0 && lines.size() < MOST_LINES; i--) {
            Cell cell = sheet.cell(i);
            if (Head.isRightHand(cell)) {
                continue;
            }
            if (!isNameLine(cell)) {
                break;
            }
            lines.add(cell);
        }
        Collections.reverse(lines);
        int first = 0;
        while (first < lines.size() && !Agencies.begins(lines.get(first).plain())) {
            first++;
        }
        return first == lines.size() ? lines : lines.subList(first, lines.size());
    }

    private static boolean isNameLine(Cell cell) {
        return cell.isCapitals()
                && cell.side() != Cell.Side.RIGHT
                && cell.plain().length() > 1
                && TypeNames.title(cell.text()).isEmpty()
                && DocumentCode.of(cell.text()).isEmpty();
    }

    /** A letterhead in small letters is believed when it begins like an agency's name. */
    private static List<Cell> mixedCase(Sheet sheet, int end) {
        List<Cell> lines = new ArrayList<>();
        for (int i = Math.max(0, end - MOST_LINES); i < end; i++) {
            Cell cell = sheet.cell(i);
            boolean name = Character.isUpperCase(cell.text().codePointAt(0))
                    && cell.text().length() < 70
                    && Agencies.begins(cell.plain());
            if (name && !Head.isRightHand(cell)) {
                lines.add(cell);
            }
        }
        return lines;
    }

    private static List<String> agencies(List<Cell> lines) {
        List<String> agencies = new ArrayList<>();
        String last = "";
        for (Cell line : lines) {
            boolean goesOn =
                    !agencies.isEmpty() && (Agencies.goesOn(Plain.words(last)) || !Agencies.begins(line.plain()));
            last = goesOn ? last + " " + line.text() : line.text();
            if (goesOn) {
                agencies.set(agencies.size() - 1, last);
            } else {
                agencies.add(last);
            }
        }
        return agencies;
    }
}
