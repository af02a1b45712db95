package io.github.gdxagents.pong.vision;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parts that an observation can be made of, by their names. */
enum PartKind {
    /** Now minus before. */
    DIFFERENCE("difference", Takes.NOTHING, false) {
        @Override
        ObservationPart make(PartSpec part, float ballWeight, int actions) {
            return new Difference();
        }
    },
    /** Whole pictures. */
    IMAGE("image", Takes.AGES, true) {
        @Override
        ObservationPart make(PartSpec part, float ballWeight, int actions) {
            return new MappedPictures(new WholePicture(new PixelWeights(ballWeight, false)), part.ages());
        }
    },
    /** Whole pictures of the ball alone. */
    BALL("ball", Takes.AGES, true) {
        @Override
        ObservationPart make(PartSpec part, float ballWeight, int actions) {
            return new MappedPictures(new WholePicture(new PixelWeights(ballWeight, true)), part.ages());
        }
    },
    /** Coarser copies. */
    POOL("pool", Takes.CELL_AND_AGES, true) {
        @Override
        ObservationPart make(PartSpec part, float ballWeight, int actions) {
            return pooled(part, new PixelWeights(ballWeight, false), part.cell(), part.cell());
        }
    },
    /** Coarser copies of the ball alone. */
    BALL_POOL("ballpool", Takes.CELL_AND_AGES, true) {
        @Override
        ObservationPart make(PartSpec part, float ballWeight, int actions) {
            return pooled(part, new PixelWeights(ballWeight, true), part.cell(), part.cell());
        }
    },
    /** In which rows the ball is. */
    ROWS("rows", Takes.AGES, true) {
        @Override
        ObservationPart make(PartSpec part, float ballWeight, int actions) {
            return pooled(part, new PixelWeights(ballWeight, true), 1, BinaryImage.COLUMNS);
        }
    },
    /** In which columns the ball is. */
    COLUMNS("columns", Takes.AGES, true) {
        @Override
        ObservationPart make(PartSpec part, float ballWeight, int actions) {
            return pooled(part, new PixelWeights(ballWeight, true), BinaryImage.ROWS, 1);
        }
    },
    /** In which rows the paddles are. */
    PADDLES("paddles", Takes.AGES, false) {
        @Override
        ObservationPart make(PartSpec part, float ballWeight, int actions) {
            return new MappedPictures(new PaddleRows(), part.ages());
        }
    },
    /** Where the ball is, softly. */
    TENTS("tents", Takes.CELL_AND_AGES, false) {
        @Override
        ObservationPart make(PartSpec part, float ballWeight, int actions) {
            return new MappedPictures(new BallTents(part.cell()), part.ages());
        }
    },
    /** Where the paddles are, softly. */
    PADDLE_TENTS("paddletents", Takes.CELL_AND_AGES, false) {
        @Override
        ObservationPart make(PartSpec part, float ballWeight, int actions) {
            return new MappedPictures(new PaddleTents(part.cell()), part.ages());
        }
    },
    /** Where the paddles begin and end. */
    EDGES("edges", Takes.AGES, false) {
        @Override
        ObservationPart make(PartSpec part, float ballWeight, int actions) {
            return new MappedPictures(new PaddleEdges(), part.ages());
        }
    },
    /** Where ball and paddles are, and how they moved, as sums over pixels. */
    CENTRES("centres", Takes.AGES, false) {
        @Override
        ObservationPart make(PartSpec part, float ballWeight, int actions) {
            return new Centres(part.ages());
        }
    },
    /** The last action. */
    ACTION("action", Takes.NOTHING, false) {
        @Override
        ObservationPart make(PartSpec part, float ballWeight, int actions) {
            return new LastActions(List.of(0), actions);
        }
    },
    /** Actions of some decisions ago. */
    ACTIONS("actions", Takes.AGES, false) {
        @Override
        ObservationPart make(PartSpec part, float ballWeight, int actions) {
            return new LastActions(part.ages(), actions);
        }
    },
    /** The console's memory. */
    RAM("ram", Takes.NOTHING, false) {
        @Override
        ObservationPart make(PartSpec part, float ballWeight, int actions) {
            return new MemoryBytes();
        }
    };

    /** What stands beside the name. */
    enum Takes {
        /** Only the name: {@code action}. */
        NOTHING,
        /** Which pictures: {@code image:0,1}. */
        AGES,
        /** The side of a cell in pixels, and which pictures: {@code pool4:0,1}. */
        CELL_AND_AGES
    }

    private final String label;
    private final Takes takes;
    private final boolean weighsBall;

    PartKind(String label, Takes takes, boolean weighsBall) {
        this.label = label;
        this.takes = takes;
        this.weighsBall = weighsBall;
    }

    /** A part of this kind. */
    abstract ObservationPart make(PartSpec part, float ballWeight, int actions);

    private static ObservationPart pooled(PartSpec part, PixelWeights weights, int cellRows, int cellColumns) {
        return new MappedPictures(new PooledPicture(weights, cellRows, cellColumns), part.ages());
    }

    /** The kind with a name. */
    static Optional<PartKind> named(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }

    /** How all parts are written, in words. */
    static String forms() {
        return Arrays.stream(values()).map(PartKind::form).collect(Collectors.joining(", "));
    }

    private String form() {
        return switch (takes) {
            case NOTHING -> label;
            case AGES -> label + ":AGES";
            case CELL_AND_AGES -> label + "N:AGES";
        };
    }

    String label() {
        return label;
    }

    Takes takes() {
        return takes;
    }

    /** Whether the weight of the ball's pixels makes a difference. */
    boolean weighsBall() {
        return weighsBall;
    }
}
