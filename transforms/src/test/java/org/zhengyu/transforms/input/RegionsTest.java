package org.zhengyu.transforms.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengyu.transforms.model.Region;
import org.zhengyu.transforms.model.Region.Level;

class RegionsTest {
  @ParameterizedTest
  @CsvSource({
    "北京, 北京市, 110000, PROVINCE, 全国",
    "北京市, 北京市, 110000, PROVINCE, 全国",
    "山东, 山东省, 370000, PROVINCE, 全国",
    "内蒙古, 内蒙古自治区, 150000, PROVINCE, 全国",
    "广西壮族自治区, 广西壮族自治区, 450000, PROVINCE, 全国",
    "香港, 香港特别行政区, 810000, PROVINCE, 全国",
    "青岛, 青岛市, 370200, CITY, 山东省",
    "山东省青岛市, 青岛市, 370200, CITY, 山东省",
    "山东省青岛, 青岛市, 370200, CITY, 山东省",
    "吉林, 吉林省, 220000, PROVINCE, 全国",
    "吉林市, 吉林市, 220200, CITY, 吉林省",
    "延边, 延边朝鲜族自治州, 222400, CITY, 吉林省",
    "阿里地区, 阿里地区, 542500, CITY, 西藏自治区",
    "浙江省湖州市安吉县, 安吉县, , COUNTY, 湖州市",
    "上海市浦东新区, 浦东新区, , COUNTY, 上海市",
    "湖北省神农架林区, 神农架林区, , COUNTY, 湖北省",
    "安吉县, 安吉县, , COUNTY, ",
    "国家, 全国, , NATIONAL, ",
    "全国, 全国, , NATIONAL, ",
    "长三角, 长三角, , , ",
    "Berlin, Berlin, , , ",
    "县, 县, , , ",
  })
  void knowsAPlaceByItsNames(String given, String name, String code, Level level, String parent) {
    assertThat(Regions.of(" " + given + " ")).isEqualTo(new Region(name, code, level, parent));
  }

  /** 34 provinces and 333 prefectures, as the Ministry of Civil Affairs counts them. */
  @ParameterizedTest
  @CsvSource({"PROVINCE, 34", "CITY, 333"})
  void knowsAllOfALevel(Level level, long count) {
    assertThat(Regions.all().filter(region -> region.level() == level)).hasSize((int) count);
  }
}
