package io.github.gdxagents.headless.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class EpochTableTest {

    @Test
    void epochIsATableWithTheNamesOfSpinningUp() {
        assertEquals("""
                ---------------------------------------
                |             Epoch |              11 |
                |      AverageEpRet |           -17.5 |
                |          StdEpRet |            1.50 |
                |          MaxEpRet |           -16.0 |
                |          MinEpRet |           -19.0 |
                |             EpLen |        1.25e+03 |
                |      AverageVVals |          -0.512 |
                |          StdVVals |           0.250 |
                |          MaxVVals |           0.125 |
                |          MinVVals |           -1.75 |
                | TotalEnvInteracts |           34567 |
                |            LossPi |        -0.00123 |
                |             LossV |            1.23 |
                |       DeltaLossPi |            0.00 |
                |        DeltaLossV |          -0.469 |
                |           Entropy |            1.79 |
                |                KL |         0.00457 |
                |              Time |            61.3 |
                ---------------------------------------
                """, text(EpochTable.of(SmallReport.everything(), 61.25)));
    }

    @Test
    void epochWithoutTheEndOfAnEpisodeHasNoReturns() {
        List<String> table = EpochTable.of(SmallReport.withoutEpisodes(), 61.25);
        assertEquals("""
                |      AverageEpRet |             NaN |
                |          StdEpRet |             NaN |
                |          MaxEpRet |             NaN |
                |          MinEpRet |             NaN |
                |             EpLen |             NaN |
                """, text(table.subList(2, 7)));
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
