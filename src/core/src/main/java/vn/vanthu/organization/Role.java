package vn.vanthu.organization;

import java.util.Arrays;
import java.util.Locale;

/** What a person is in the agency; the rights that follow from it are in {@link Organization}. */
public enum Role {
    /** Giám đốc: approves what goes out in the agency's name. */
    DIRECTOR,
    /** Phó Giám đốc thường trực: stands in for the director. */
    STANDING_DEPUTY,
    /** Phó Giám đốc. */
    DEPUTY,
    /** Chánh Văn phòng: watches that the regulation is kept. */
    OFFICE_HEAD,
    /** Văn thư: keeps the registers. */
    CLERK,
    /** Trưởng phòng: approves what goes out in the unit's name. */
    UNIT_HEAD,
    /** Chuyên viên and everyone else. */
    STAFF;

    /** The name in {@code organization.xml}, for example {@code standing-deputy}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when no role has this code */
    public static Role ofCode(String code) {
        return Arrays.stream(values())
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no role: " + code));
    }

    /** Whether such a person leads the agency (Lãnh đạo Sở). */
    public boolean leadsAgency() {
        return this == DIRECTOR || this == STANDING_DEPUTY || this == DEPUTY;
    }

    /** Whether such a person may head a unit. */
    public boolean mayHeadUnit() {
        return leadsAgency() || this == OFFICE_HEAD || this == UNIT_HEAD;
    }
}
