// Writes the houses of this example: jshell -s houses.jsh > houses.csv
var random = new java.util.SplittableRandom(1);
System.out.println("size,rooms,age,price");
for (int i = 0; i < 60; i++) {
    int size = random.nextInt(40, 201);
    int rooms = Math.max(1, size / 30 + random.nextInt(-1, 2));
    int age = random.nextInt(0, 81);
    double price = 40 + 1.8 * size + 9 * rooms - 1.1 * age + random.nextDouble(-12, 12);
    System.out.printf(Locale.ROOT, "%d,%d,%d,%.1f%n", size, rooms, age, price);
}
/exit
