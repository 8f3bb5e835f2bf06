/** A run is the same everywhere; `FC_SEED=$RANDOM npm test` looks elsewhere. What it finds becomes an example. */
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_251_125) })
