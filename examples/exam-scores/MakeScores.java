import java.util.Locale;
import java.util.SplittableRandom;

/** Writes the students of this example: java MakeScores.java > scores.csv. */
public final class MakeScores {
    private MakeScores() {}

    public static void main(String[] arguments) {
        SplittableRandom random = new SplittableRandom(1);
        System.out.println("exam1,exam2,admitted");
        for (int i = 0; i < 100; i++) {
            double first = random.nextDouble(30, 100);
            double second = random.nextDouble(30, 100);
            boolean admitted = (first - 25) * (second - 25) > 1400;
            System.out.printf(Locale.ROOT, "%.2f,%.2f,%s%n", first, second, admitted ? "yes" : "no");
        }
    }
}
