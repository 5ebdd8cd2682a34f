package dev.mote.model.frontend.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The transform in integers beside the sum that defines it. */
class RealFftTest {

    /** As long as values are as large as the contract allows, the error is below 1 / 10,000 of the largest line. */
    @ParameterizedTest
    @ValueSource(ints = {16, 32, 64, 128, 256, 512, 1024})
    void isNearTheExactTransform(int length) {
        Random random = new Random(length);
        int largest = (1 << 30) / length;
        for (int round = 0; round < 6; round++) {
            int[] data = new int[length];
            for (int n = 0; n < length; n++) {
                data[n] = switch (round) {
                    case 0 -> random.nextInt(2 * largest + 1) - largest;
                    case 1 -> n % 2 == 0 ? largest : -largest;
                    case 2 -> largest;
                    case 3 -> random.nextBoolean() ? largest : -largest;
                    case 4 -> n == 3 ? -largest : 0;
                    default -> (int) (StrictMath.sin(0.7 * n) * largest);
                };
            }
            check(length, data);
        }
    }

    private static void check(int length, int[] values) {
        int[] lines = values.clone();
        new RealFft(length).transform(lines);
        double most = 0;
        double worst = 0;
        for (int k = 0; k <= length / 2; k++) {
            double real = 0;
            double imaginary = 0;
            for (int n = 0; n < length; n++) {
                double angle = 2 * Math.PI * ((long) k * n % length) / length;
                real += values[n] * StrictMath.cos(angle);
                imaginary -= values[n] * StrictMath.sin(angle);
            }
            boolean isEnd = k == 0 || k == length / 2;
            double foundReal = isEnd ? lines[k == 0 ? 0 : 1] : lines[2 * k];
            double foundImaginary = isEnd ? 0 : lines[2 * k + 1];
            most = Math.max(most, Math.hypot(real, imaginary));
            worst = Math.max(worst, Math.hypot(real - foundReal, imaginary - foundImaginary));
        }
        assertTrue(worst <= most * 1e-4 + 2, worst + " of " + most);
    }

    /** A sum of one sign everywhere reaches the bound of 2^30. */
    @Test
    void aConstantHasOneLine() {
        int[] data = new int[1024];
        java.util.Arrays.fill(data, 1 << 20);
        new RealFft(1024).transform(data);
        assertEquals(1 << 30, data[0]);
        for (int i = 1; i < data.length; i++) {
            assertEquals(0, data[i]);
        }
    }

    @Test
    void sineReachesFrom0To1() {
        int[] sine = RealFft.sine(16);
        assertEquals(5, sine.length);
        assertEquals(0, sine[0]);
        assertEquals(12540, sine[1]);
        assertEquals(23170, sine[2]);
        assertEquals(32768, sine[4]);
    }

    @Test
    void takesPowersOfTwoFrom16To1024() {
        for (int length : new int[] {0, 8, 48, 2048}) {
            assertThrows(IllegalArgumentException.class, () -> new RealFft(length));
        }
    }

    @Test
    void theWindowOfHannRisesAndFalls() {
        int[] even = Hann.table(8);
        assertEquals(0, Hann.at(even, 0, 8));
        assertEquals(32768, Hann.at(even, 4, 8));
        assertEquals(Hann.at(even, 3, 8), Hann.at(even, 5, 8));
        int[] odd = Hann.table(5);
        assertEquals(Hann.at(odd, 2, 5), Hann.at(odd, 3, 5));
        assertEquals(29639, Hann.at(odd, 2, 5));
        assertEquals((-3 * 8 - 40) / 2, Hann.apply(16384, -3, 40, 3));
    }
}
