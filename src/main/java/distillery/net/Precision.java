package distillery.net;

import org.nd4j.linalg.api.buffer.DataType;

/** How many digits a net computes with. */
public enum Precision {
    /** 32 bits: what training uses. */
    FLOAT,
    /** 64 bits: for checks against vectors and finite differences. */
    DOUBLE;

    DataType type() {
        return this == FLOAT ? DataType.FLOAT : DataType.DOUBLE;
    }
}
