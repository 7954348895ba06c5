package vn.vanthu.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a Vietnamese text is written in bytes, by the name that stands in reports, headers and on the command line.
 *
 * <p>The order is the order of preference: where bytes decode to the same text in several encodings, the first is named.
 */
public enum Encoding {
    TCVN3("tcvn3", Family.TABLE),
    VNI_WIN("vni-win", Family.TABLE),
    VISCII("viscii", Family.TABLE),
    VPS("vps", Family.TABLE),
    CP1258("cp1258", Family.TABLE),
    TCVN5712_1("tcvn5712-1", Family.TABLE),
    TCVN5712_2("tcvn5712-2", Family.TABLE),
    VIETWARE_X("vietware-x", Family.TABLE),
    VIETWARE_F("vietware-f", Family.TABLE),
    BKHCM1("bkhcm1", Family.TABLE),
    BKHCM2("bkhcm2", Family.TABLE),
    VNI_MAC("vni-mac", Family.TABLE),
    ISC("isc", Family.TABLE),
    /** TCVN3 bytes in a capital font ({@code .VnTimeH}): known by the font only, never by the bytes. */
    TCVN3_CAPITALS("tcvn3-capsfont", Family.TABLE),
    VIQR("viqr", Family.ASCII),
    NCR("ncr", Family.ASCII),
    UTF_7("utf-7", Family.ASCII),
    UTF_8("utf-8", Family.UNICODE),
    UTF8_NFD("utf8-nfd", Family.UNICODE),
    UTF8_HALF_COMPOSED("utf8-half", Family.UNICODE),
    MOJIBAKE("mojibake", Family.UNICODE),
    UNKNOWN("unknown", Family.NONE);

    /** What kind of writing it is. */
    enum Family {
        /** one or two bytes a letter, from a table */
        TABLE,
        /** seven-bit writings */
        ASCII,
        UNICODE,
        NONE
    }

    private final String id;
    private final Family family;

    Encoding(String id, Family family) {
        this.id = id;
        this.family = family;
    }

    /** The stable name: {@code tcvn3}, {@code vni-win}, {@code utf8-nfd}, ... */
    public String id() {
        return id;
    }

    /** True for the 8-bit encodings that have a table of bytes. */
    public boolean hasTable() {
        return family == Family.TABLE;
    }

    /** The encoding of this name, upper or lower case. */
    public static Optional<Encoding> ofId(String name) {
        return Arrays.stream(values())
                .filter(encoding -> encoding.id.equalsIgnoreCase(name))
                .findFirst();
    }

    /** The encodings that have a table, in order of preference. */
    public static List<Encoding> withTable() {
        return Arrays.stream(values()).filter(Encoding::hasTable).toList();
    }
}
