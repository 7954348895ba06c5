package vn.vanthu.server;

import java.util.Optional;
import java.util.Set;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.registration.Doubt;
import vn.vanthu.registration.PlaceComparison;

/**
 * What would become of a document.
 *
 * @param pages of the file that it stands in; 0 when they are not known
 * @param digitallySigned whether that file carries a digital signature
 * @param registration whether it would be entered as incoming; empty for what is not looked at
 * @param places "Nơi nhận" against the recipients, for a document of ours that goes outside
 * @param folder where it would be filed, by book, year, month and type; empty when it is not
 */
public record DocumentOutlook(
        OfficialDocument document,
        int pages,
        boolean digitallySigned,
        Optional<Registration> registration,
        Optional<PlaceComparison> places,
        String folder) {

    /** @param doubts why the clerk would be asked, even if the sender proves who he is */
    public record Registration(Set<Doubt> doubts) {

        public Registration {
            doubts = Set.copyOf(doubts);
        }

        public boolean enters() {
            return doubts.isEmpty();
        }
    }
}
