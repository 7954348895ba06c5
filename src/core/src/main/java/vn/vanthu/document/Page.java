package vn.vanthu.document;

import java.util.List;

/** A page, or the whole of a text without pages; its lines from top to bottom, at the same height from left to right. */
public record Page(List<Line> lines) {

    public Page {
        lines = List.copyOf(lines);
    }
}
