package dev.mote.model.layout;

import java.util.ArrayList;
import java.util.List;

/** What takes place in a row: a box, or an arrow that passes by. Known by identity; its centre moves while places are sought. */
final class Item {
    final int row;
    final double width;
    final boolean isBend;
    final List<Item> above = new ArrayList<>();
    final List<Item> below = new ArrayList<>();
    double centre;
    int position;

    Item(int row, double width, boolean isBend) {
        this.row = row;
        this.width = width;
        this.isBend = isBend;
    }
}
