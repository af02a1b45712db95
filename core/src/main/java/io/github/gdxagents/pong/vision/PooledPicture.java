package io.github.gdxagents.pong.vision;

import io.github.gdxagents.agent.space.SparseVector;

/**
 * A coarser copy of a picture: one number for each cell of some rows and columns, row-major, half the sum of the weights of its
 * pixels. A cell may be as wide or as high as the picture: then the copy is its projection.
 */
final class PooledPicture implements PictureMap {

    private final PixelWeights weights;
    private final int columns;
    private final int size;

    /** Where each pixel's cell stands. */
    private final short[] cells = new short[BinaryImage.PIXELS];

    /** Sums of one row of cells; between pictures, and outside the touched columns, all zero. */
    private final float[] sums;

    /** Columns of this row of cells that have a sum: bit {@code c} of the first for column {@code c}, of the second for 64 + c. */
    private long touched;

    private long touchedBeyond;

    /** Cells of so many pixels, which must divide 80. */
    PooledPicture(PixelWeights weights, int cellRows, int cellColumns) {
        this.weights = weights;
        this.columns = BinaryImage.COLUMNS / cellColumns;
        this.size = BinaryImage.ROWS / cellRows * columns;
        this.sums = new float[columns];
        for (int pixel = 0; pixel < BinaryImage.PIXELS; pixel++) {
            int row = pixel / BinaryImage.COLUMNS / cellRows;
            int column = pixel % BinaryImage.COLUMNS / cellColumns;
            cells[pixel] = (short) (row * columns + column);
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void write(BinaryImage picture, SparseVector into, int offset) {
        int rowStart = 0;
        int count = weights.count(picture);
        for (int i = 0; i < count; i++) {
            int cell = cells[weights.pixel(picture, i)];
            if (cell >= rowStart + columns) {
                flush(into, offset + rowStart);
                rowStart = cell - cell % columns;
            }
            int column = cell - rowStart;
            sums[column] += weights.weight(picture, i);
            if (column < Long.SIZE) {
                touched |= 1L << column;
            } else {
                touchedBeyond |= 1L << column;
            }
        }
        flush(into, offset + rowStart);
    }

    /** Writes the finished row of cells and forgets it. */
    private void flush(SparseVector into, int start) {
        flush(touched, 0, into, start);
        flush(touchedBeyond, Long.SIZE, into, start);
        touched = 0;
        touchedBeyond = 0;
    }

    private void flush(long bits, int firstColumn, SparseVector into, int start) {
        for (long left = bits; left != 0; left &= left - 1) {
            int column = firstColumn + Long.numberOfTrailingZeros(left);
            into.add(start + column, sums[column] / 2);
            sums[column] = 0;
        }
    }
}
