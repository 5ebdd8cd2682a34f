package dev.mote.model.frontend.arithmetic;

/**
 * A real factor as multiplier / 2^shift, with as many bits as the shift allows, at most 31.
 *
 * @param multiplier magnitude below 2^31
 * @param shift in [1, 62]
 */
record Factor(int multiplier, int shift) {

    /**
     * @param factor of magnitude below 2^30
     * @param mostShift up to 62; a small factor has fewer bits than 31 where its shift would be larger
     */
    static Factor of(double factor, int mostShift) {
        if (!(Math.abs(factor) < 1 << 30)) {
            throw new IllegalArgumentException("factor " + factor + " is not below 2^30");
        }
        int shift = Math.min(30 - Math.getExponent(factor), mostShift);
        long multiplier = (long) Math.floor(Math.scalb(factor, shift) + 0.5);
        return Math.abs(multiplier) < 1L << 31
                ? new Factor((int) multiplier, shift)
                : new Factor((int) (multiplier / 2), shift - 1);
    }
}
