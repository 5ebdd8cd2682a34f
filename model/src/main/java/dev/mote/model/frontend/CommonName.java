package dev.mote.model.frontend;

import java.util.List;

/** What the names of several axes have in common: {@code acc_} of acc_x, acc_y, acc_z. */
final class CommonName {
    private CommonName() {}

    static String of(List<String> names) {
        String common = names.getFirst();
        for (String name : names) {
            int same = 0;
            while (same < Math.min(common.length(), name.length()) && common.charAt(same) == name.charAt(same)) {
                same++;
            }
            common = common.substring(0, same);
        }
        // One axis alone has all of its name in common.
        return names.size() == 1 ? common + "_" : common;
    }
}
