package vn.vanthu.documents.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColoursTest {

    private static final int LIGHT = 220;

    /** Larger than the size that smaller pictures are brought to. */
    private static final int SIDE = 1200;

    @ParameterizedTest
    @ValueSource(ints = {150, 180, 200, 230})
    void aSealVanishesAndWhatIsPrintedOrStampedInOtherInkStays(int red) {
        Color seal = new Color(red, red / 3, red / 3);
        GreyPicture printed = new Colours(page(seal)).printed();

        assertThat(printed.at(100, 100)).as("paper").isGreaterThan(LIGHT);
        assertThat(printed.at(600, 600)).as("seal").isGreaterThan(LIGHT);
        assertThat(printed.at(650, 650)).as("a black letter under it").isLessThan(GreyPicture.INK);
        assertThat(printed.at(300, 300)).as("a stamp in faded ink").isLessThan(GreyPicture.INK);
    }

    /** What a scanner sees of a letter's edge: half of the light of the paper, through the seal. */
    @ParameterizedTest
    @ValueSource(ints = {220, 240})
    void theEdgeOfALetterUnderTheSealIsAsDarkAsBesideIt(int red) {
        Color seal = new Color(red, red / 2, red / 2);
        BufferedImage page = page(seal);
        double light = 0.65;
        fill(page, new Color((int) (red * light), (int) (red / 2 * light), (int) (red / 2 * light)), 700);

        assertThat(new Colours(page).printed().at(720, 720)).isBetween((int) (255 * light), 200);
    }

    private static BufferedImage page(Color seal) {
        BufferedImage page = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = page.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, SIDE, SIDE);
        graphics.setColor(seal);
        graphics.fillRect(550, 550, 300, 300);
        graphics.dispose();
        fill(page, Color.BLACK, 640);
        fill(page, new Color(120, 75, 75), 290);
        return page;
    }

    private static void fill(BufferedImage page, Color colour, int at) {
        Graphics2D graphics = page.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(at, at, 40, 40);
        graphics.dispose();
    }
}
