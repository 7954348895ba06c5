package vn.vanthu.benchmark.document;

/**
 * A line on a page, in points from its top left corner.
 *
 * @param width to which a paragraph's line is stretched; 0 for its natural width
 */
record Placed(String text, int page, double x, double y, double width, Style style, double size) {}
