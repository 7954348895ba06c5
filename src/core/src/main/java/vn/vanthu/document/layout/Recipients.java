package vn.vanthu.document.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The list under "Nơi nhận".
 *
 * @param fileCopy what follows "Lưu:"
 */
record Recipients(List<String> places, String fileCopy, int end) {

    private static final int MOST_LINES = 60;
    private static final Pattern LABEL = Pattern.compile("^[^\\p{L}]{0,3}no[il1]\\s?nh[aâ]n\\s*[:.;]?\\s*");
    private static final Pattern SIGN = Pattern.compile("^[\\p{Pd}+*•·▪●~=]\\s*\\S.*");
    private static final Pattern KEPT = Pattern.compile("^lu+u\\b.*");

    /** Those below the cell "Nơi nhận"; none when it is -1. */
    static Recipients of(Sheet sheet, int at, boolean scan) {
        if (at < 0) {
            return new Recipients(List.of(), "", -1);
        }
        List<String> items = new ArrayList<>();
        int end = collect(sheet, at, items);
        List<String> places = new ArrayList<>();
        String kept = "";
        for (String item : items) {
            String place = Places.tidied(item);
            if (KEPT.matcher(Plain.words(place)).matches()) {
                kept = place.replaceFirst("^\\S+[\\s:.]*", "");
            } else if (!kept.isEmpty() && place.matches("[\\p{Lu}&]{2,8}")) {
                kept += ", " + place;
            } else if (!place.isEmpty()) {
                places.add(scan && isAsAddressed(place) ? "Như trên" : place);
            }
        }
        return new Recipients(List.copyOf(places), kept, end);
    }

    private static boolean isAsAddressed(String place) {
        String words = Plain.words(place);
        return words.length() <= 9 && words.endsWith("tren") && Likeness.distance(words, "nhu tren") <= 3;
    }

    private static int collect(Sheet sheet, int at, List<String> items) {
        Cell label = sheet.cell(at);
        var matcher = LABEL.matcher(Plain.of(label.text()));
        String rest = matcher.find() ? label.text().substring(matcher.end()) : "";
        add(rest, items);
        int end = at + 1;
        for (int i = at + 1; i < Math.min(sheet.size(), at + MOST_LINES); i++) {
            Cell cell = sheet.cell(i);
            if (isSignature(cell) || label.isPlaced() && cell.side() == Cell.Side.RIGHT) {
                continue;
            }
            if (isEnd(label, cell, items)) {
                break;
            }
            add(cell.text(), items);
            end = i + 1;
        }
        return end;
    }

    private static boolean isSignature(Cell cell) {
        boolean listed = SIGN.matcher(cell.text()).matches();
        return !listed
                && (Position.begins(cell)
                        || Position.capacity(cell).isPresent()
                        || PersonName.isUsual(cell.text())
                        || Signature.isStampText(cell));
    }

    private static boolean isEnd(Cell label, Cell cell, List<String> items) {
        boolean listed = SIGN.matcher(cell.text()).matches();
        if (items.isEmpty()) {
            return cell.text().length() > 110;
        }
        String last = items.get(items.size() - 1);
        boolean kept = KEPT.matcher(Plain.words(last)).matches();
        boolean column = label.isPlaced() && cell.side() != Cell.Side.LEFT;
        if (listed) {
            return kept && last.endsWith(".") && !label.isPlaced()
                    || column && cell.line().right() > 0.8;
        }
        boolean ended = last.endsWith(".") || kept && !last.endsWith(",") && !last.endsWith(";");
        return ended
                || column
                || cell.text().length() > 110
                || cell.isCapitals() && cell.text().length() > 14;
    }

    private static void add(String text, List<String> items) {
        boolean listed = SIGN.matcher(text).matches();
        boolean open = !items.isEmpty() && !items.get(items.size() - 1).matches(".*[;.]");
        boolean first = true;
        for (String piece : text.split("(?<=;)\\s+|(?<=[.,])\\s+(?=- \\p{Lu})", -1)) {
            if (piece.isBlank()) {
                continue;
            }
            if (first && !listed && open) {
                items.set(items.size() - 1, items.get(items.size() - 1) + " " + piece);
            } else {
                items.add(piece);
            }
            first = false;
        }
    }
}
