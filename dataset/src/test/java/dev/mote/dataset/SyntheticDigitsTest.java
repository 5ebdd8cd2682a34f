package dev.mote.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SyntheticDigitsTest {
    @Test
    void hasMnistsFormAndIsBalancedAndCalledSynthetic() {
        Dataset digits = SyntheticDigits.generate(1);
        assertTrue(digits.synthetic());
        assertEquals("28x28x1", digits.sampleShape().toString());
        for (int count : digits.train().countsPerClass(10)) {
            assertEquals(600, count);
        }
        for (int count : digits.test().countsPerClass(10)) {
            assertEquals(150, count);
        }
    }

    /** If this fails although the drawing was not changed, a machine or a Java release computes differently: a defect. */
    @Test
    void givesTheSameBytesForASeedOnEveryMachine() {
        Dataset digits = SyntheticDigits.generate(42, 200, 100);
        assertEquals(
                "dd25a734f705beae68b18fc3c1e7028ec2cf7233a26fc63e2dd6de8d05601be8",
                TestFiles.fingerprint(digits.train()));
        assertEquals(
                "bf08b19599c9d3e7c0fe3f4ac9c9e82b2058011670aa4b627aa11e0501c5432e",
                TestFiles.fingerprint(digits.test()));
    }

    @Test
    void dependsOnSeedAndSplitButNotOnCount() {
        Dataset digits = SyntheticDigits.generate(7, 20, 20);
        assertArrayEquals(
                SyntheticDigits.generate(7, 40, 20).train().values(19),
                digits.train().values(19));
        assertNotEquals(
                TestFiles.fingerprint(SyntheticDigits.generate(8, 20, 20).train()),
                TestFiles.fingerprint(digits.train()));
        assertNotEquals(TestFiles.fingerprint(digits.train()), TestFiles.fingerprint(digits.test()));
    }

    @Test
    void centresItsInkAsMnistDoes() {
        Samples samples = SyntheticDigits.generate(3, 100, 10).train();
        for (int i = 0; i < samples.count(); i++) {
            float[] pixels = samples.values(i);
            double mass = 0;
            double massX = 0;
            double massY = 0;
            for (int p = 0; p < pixels.length; p++) {
                // Above the noise.
                double ink = pixels[p] > 100 ? pixels[p] : 0;
                mass += ink;
                massX += ink * (p % 28 + 0.5);
                massY += ink * (p / 28 + 0.5);
            }
            assertTrue(mass / 255 > 15, "hardly any ink in image " + i);
            assertEquals(14, massX / mass, 1.5, "image " + i);
            assertEquals(14, massY / mass, 1.5, "image " + i);
        }
    }
}
