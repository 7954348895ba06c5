package vn.vanthu.approval;

import vn.vanthu.organization.Organization;
import vn.vanthu.organization.ShownNames;

/** What tells in a text that the agency or a unit speaks: made once for an organization, since making it takes long. */
record OurSigns(
        Organization organization,
        ShownNames names,
        Letterhead letterhead,
        Statement statement,
        DocumentCode code,
        OfficeStyle style,
        Wording wording) {

    static OurSigns of(Organization organization) {
        ShownNames names = new ShownNames(organization);
        DocumentCode code = new DocumentCode(organization.agency().symbol());
        Letterhead letterhead = new Letterhead(names, code);
        Statement statement = new Statement(organization, names);
        return new OurSigns(
                organization,
                names,
                letterhead,
                statement,
                code,
                new OfficeStyle(names, letterhead, code),
                Wording.of(organization, names));
    }
}
