// Writes the students of this example: jshell -s scores.jsh > scores.csv
var random = new java.util.SplittableRandom(1);
System.out.println("exam1,exam2,admitted");
for (int i = 0; i < 100; i++) {
    double first = random.nextDouble(30, 100);
    double second = random.nextDouble(30, 100);
    boolean admitted = (first - 25) * (second - 25) > 1400;
    System.out.printf(Locale.ROOT, "%.2f,%.2f,%s%n", first, second, admitted ? "yes" : "no");
}
/exit
