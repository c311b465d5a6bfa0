import fc from 'fast-check';

/**
 * Property tests try the same inputs at every run, so that a change fails for what it changed. Other inputs are tried
 * with PROPERTY_SEED=random (or the seed that a failure printed).
 */
const asked = process.env.PROPERTY_SEED;
fc.configureGlobal({ seed: asked === 'random' ? Date.now() : Number(asked ?? 1) });
