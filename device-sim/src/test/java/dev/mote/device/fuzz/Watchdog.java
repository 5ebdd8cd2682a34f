package dev.mote.device.fuzz;

/** Ends a run in which one file takes too long by the clock: no exception can be thrown at it from outside. */
final class Watchdog {
    private static final int HUNG = 3;

    private Watchdog() {}

    static void start(Trial trial, long longestMillis) {
        Thread thread = new Thread(() -> watch(trial, longestMillis), "watchdog");
        thread.setDaemon(true);
        thread.start();
    }

    private static void watch(Trial trial, long longestMillis) {
        try {
            while (!trial.hangs(longestMillis)) {
                Thread.sleep(1000);
            }
            System.exit(HUNG);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
