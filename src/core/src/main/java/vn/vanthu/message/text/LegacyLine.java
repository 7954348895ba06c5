package vn.vanthu.message.text;

import vn.vanthu.text.Encoding;

/**
 * The first line of a message that is not Unicode, to be shown to its sender.
 *
 * @param part where it stands
 * @param line what it means, in Unicode, at most 200 characters
 */
public record LegacyLine(String part, Encoding encoding, String line) {}
