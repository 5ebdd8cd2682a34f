package dev.mote.device.budget;

import java.util.List;

/** Cells by name. docs/budgets.md, Cells, says what is left out. */
final class Cells {
    private static final double LITHIUM_LOSS = 0.01;
    private static final double ALKALINE_LOSS = 0.03;

    /** About 2 % a month. */
    private static final double LI_ION_LOSS = 0.2;

    private static final String ALKALINE = ", 25 mA down to 0.8 V at 21 degrees";

    static final List<Cell> ALL = List.of(
            new Cell(
                    "CR2032",
                    0.225,
                    3.0,
                    LITHIUM_LOSS,
                    0.015,
                    "IEC 60086 size, Panasonic CR2032 data sheet: 225 mAh at 0.2 mA"),
            new Cell("CR2450", 0.620, 3.0, LITHIUM_LOSS, 0.030, "Energizer CR2450 data sheet: 620 mAh to 2.0 V"),
            new Cell("CR123A", 1.5, 3.0, LITHIUM_LOSS, 1.5, "Energizer 123 data sheet: 1,500 mAh to 2.0 V"),
            new Cell("AAA", 1.2, 1.5, ALKALINE_LOSS, 0.5, "Energizer E92 data sheet" + ALKALINE),
            new Cell("AA", 2.5, 1.5, ALKALINE_LOSS, 1.0, "Energizer E91 data sheet" + ALKALINE),
            new Cell("2xAA", 2.5, 3.0, ALKALINE_LOSS, 1.0, "two Energizer E91 in series" + ALKALINE),
            new Cell(
                    "LiPo-500", 0.5, 3.7, LI_ION_LOSS, 0.5, "pouch cell of 500 mAh, as sold for boards with a charger"),
            new Cell("18650", 3.35, 3.6, LI_ION_LOSS, 4.8, "Panasonic NCR18650B data sheet: 3,350 mAh typical"));

    private Cells() {}
}
