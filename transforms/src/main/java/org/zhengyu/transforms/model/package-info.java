/**
 * What travels between transforms: input splits, documents, segmented text, counts. Each holds
 * values, packs itself, and adds itself to another of its kind where there are several; what is
 * counted and compared is decided elsewhere.
 */
package org.zhengyu.transforms.model;
