import PlanModel
import Testing

@Suite struct NameKeyTests {
  @Test(arguments: [
    ("某县⺠政局", "某县民政局"), ("⻄城区", "西城区"), ("⻋站街道", "车站街道"), ("⻬河县", "齐河县"), ("⻣科医院", "骨科医院"), ("⻘山区", "青山区"),
    ("⼈⼤办公室", "人大办公室"), ("某 县　民政局", "某县民政局"), ("Ａ区", "A区"),
  ])
  func `a unit's name is compared without what input methods and copies put in it`(written: String, key: String) {
    #expect(NameKey.unit(written) == key)
  }

  @Test func `what looks like no character stays itself`() {
    #expect(NameKey.unit("⺀一") == "⺀一")
    #expect(NameKey.withoutRadicals("民政局") == "民政局")
  }
}
