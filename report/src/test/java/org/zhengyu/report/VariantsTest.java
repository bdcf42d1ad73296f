package org.zhengyu.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VariantsTest {
  private final Variants variants = new Variants();

  @Test
  void knowsATextThatIsMostlyInOthers() {
    assertThat(variants.isOneOfMany("直接负责的主管人员和其他直接责任人员")).isFalse();
    assertThat(variants.isOneOfMany("对直接负责的主管人员和其他直接责任人员依法给予处分")).isTrue();
    assertThat(variants.isOneOfMany("责任人员依法给予处分")).isFalse();
    assertThat(variants.isOneOfMany("构成犯罪的，依法追究刑事责任")).isFalse();
    assertThat(variants.isOneOfMany("构成犯罪的，依法追究刑事责任")).isTrue();
  }

  @Test
  void comparesTextsThatAreShorterThanAPiece() {
    assertThat(variants.isOneOfMany("立法")).isFalse();
    assertThat(variants.isOneOfMany("立法")).isTrue();
    assertThat(variants.isOneOfMany("执法")).isFalse();
  }
}
