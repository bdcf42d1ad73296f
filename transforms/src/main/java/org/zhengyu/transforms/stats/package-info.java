/**
 * The statistics of corpus analysis: association, keyness, dispersion, term weighting, bursts,
 * termhood, multiple testing. Pure functions of exact integer counts; undefined values are NaN,
 * limits are infinities. No Beam, no input or output, no text, and no other package of this project
 * may be used here.
 */
package org.zhengyu.transforms.stats;
