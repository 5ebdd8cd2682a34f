// Draws stand-ins for your own pictures, 300 circles and 300 squares of any colour, size and place: jshell -R-Dout=runs/shapes shapes.jsh
import java.awt.*;
import java.awt.image.BufferedImage;
var random = new java.util.SplittableRandom(1);
for (String shape : java.util.List.of("circle", "square")) {
    var folder = new java.io.File(System.getProperty("out", "runs/shapes"), shape);
    folder.mkdirs();
    for (int i = 0; i < 300; i++) {
        var image = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(random.nextInt(0x1000000)));
        pen.fillRect(0, 0, 160, 120);
        pen.setColor(new Color(random.nextInt(0x1000000)));
        int size = random.nextInt(40, 90);
        int x = random.nextInt(5, 155 - size);
        int y = random.nextInt(5, 115 - size);
        if (shape.equals("circle")) pen.fillOval(x, y, size, size); else pen.fillRect(x, y, size, size);
        javax.imageio.ImageIO.write(image, "png", new java.io.File(folder, i + ".png"));
    }
}
/exit
