-- The built-in layer types, as lines of text that the program below turns into rows of layer_type.
--
--   [list] <name> | <source>                  a code list, then its lines   <code> | <zh> | <en>
--   [columns] <name>                          columns of a table, then lines as of attributes
--   [layer] <id> | <geometry> | <zh> | <en> | <group> | <sort> | <accuracy, m> | <source> | <update rule>
--   <name> | <type> | <unit> | <zh> | <en>    an attribute; the name ends with ! when it is required
--
-- <type> is text, integer, number, boolean, date, code:<list> or table:<columns>; - stands for nothing.
-- The source of an enumeration says where its values are from; 'Wanglou default' is ours, for the county to extend.

CREATE TEMPORARY TABLE catalogue_text (body text NOT NULL);
INSERT INTO catalogue_text VALUES ($catalogue$
[list] division_level | GB/T 2260, GB/T 10114
province | 省级 | Province
prefecture | 地级 | Prefecture
county | 县级 | County
township | 乡级 | Township
village | 村级 | Village

[list] township_kind | Wanglou default
town | 镇 | Town
township | 乡 | Township
subdistrict | 街道 | Subdistrict
district | 开发区等 | Other area of township level

[list] urban_rural | 国家统计局 统计用城乡划分代码
111 | 主城区 | Main urban area
112 | 城乡结合区 | Urban fringe
121 | 镇中心区 | Town centre
122 | 镇乡结合区 | Town fringe
123 | 特殊区域 | Special area
210 | 乡中心区 | Township centre
220 | 村庄 | Village

[list] road_admin | GB/T 917-2017
G | 国道 | National road
S | 省道 | Provincial road
X | 县道 | County road
Y | 乡道 | Township road
C | 村道 | Village road
Z | 专用公路 | Dedicated road

[list] road_grade | JTG B01-2014
expressway | 高速公路 | Expressway
grade_1 | 一级公路 | Grade I
grade_2 | 二级公路 | Grade II
grade_3 | 三级公路 | Grade III
grade_4 | 四级公路 | Grade IV
below_grade | 等外公路 | Below grade

[list] road_surface | Wanglou default
asphalt | 沥青 | Asphalt
concrete | 水泥混凝土 | Concrete
gravel | 砂石 | Gravel
earth | 土路 | Earth

[list] bridge_condition | JTG/T H21-2011
1 | 一类 | Class 1
2 | 二类 | Class 2
3 | 三类 | Class 3
4 | 四类 | Class 4
5 | 五类 | Class 5

[list] river_level | Wanglou default
main | 干流 | Main river
tributary | 支流 | Tributary
gully | 沟道 | Gully
canal | 渠道 | Canal

[list] shelter_kind | Wanglou default
school | 学校 | School
college | 职业院校 | College
university | 高等院校 | University
stadium | 体育场馆 | Stadium
square | 广场 | Square
park | 公园绿地 | Park
community_centre | 村社区活动场所 | Community centre
government | 机关单位场地 | Government premises
hotel | 宾馆 | Hotel
assembly_point | 集合点 | Assembly point
other | 其他 | Other

[list] shelter_quake_class | GB 21734-2008
I | Ⅰ类（30 天以上） | Class I (over 30 days)
II | Ⅱ类（10 至 30 天） | Class II (10 to 30 days)
III | Ⅲ类（10 天以内） | Class III (up to 10 days)

[list] shelter_capacity_kind | Wanglou default
sitting | 室内临时（就座） | Indoors, seated
indoor_beds | 室内住宿（床位） | Indoors, beds
outdoor_tents | 室外住宿（帐篷） | Outdoors, tents
outdoor_standing | 室外临时 | Outdoors, standing
accessible | 无障碍 | Accessible
medical | 医疗照护 | Under medical care

[list] school_kind | Wanglou default
kindergarten | 幼儿园 | Kindergarten
primary | 小学 | Primary school
junior_middle | 初级中学 | Junior middle school
senior_middle | 高级中学 | Senior middle school
nine_year | 九年一贯制学校 | Nine-year school
special | 特殊教育学校 | Special school
school | 学校 | School
college | 职业院校 | College
university | 高等院校 | University

[list] geohazard_kind | 地质灾害防治条例（国务院令第394号）第二条；不稳定斜坡：DZ/T 0261-2014
collapse | 崩塌 | Rockfall
landslide | 滑坡 | Landslide
debris_flow | 泥石流 | Debris flow
ground_collapse | 地面塌陷 | Ground collapse
ground_fissure | 地裂缝 | Ground fissure
subsidence | 地面沉降 | Subsidence
unstable_slope | 不稳定斜坡 | Unstable slope

[list] geohazard_scale | 地质灾害防治条例（国务院令第394号）第四条
very_large | 特大型 | Very large
large | 大型 | Large
medium | 中型 | Medium
small | 小型 | Small

[list] geohazard_threat | 国家突发地质灾害应急预案：受威胁人数 1000、500、100 人
very_large | 特大型险情 | Very large threat
large | 大型险情 | Large threat
medium | 中型险情 | Medium threat
small | 小型险情 | Small threat

[list] stability | Wanglou default
stable | 稳定 | Stable
fairly_stable | 基本稳定 | Fairly stable
unstable | 不稳定 | Unstable

[list] monitor_role | Wanglou default
group_monitor | 群测群防员 | Community monitor
village_leader | 村级责任人 | Village official
township_leader | 乡级责任人 | Township official
professional | 专业监测单位 | Professional monitor
department | 主管部门责任人 | Department official

[list] risk_level | 国务院安委办〔2016〕11号
red | 重大风险（红） | Major (red)
orange | 较大风险（橙） | Considerable (orange)
yellow | 一般风险（黄） | General (yellow)
blue | 低风险（蓝） | Low (blue)

[list] risk_kind | Wanglou default
flash_flood | 山洪 | Flash flood
flood | 洪水 | Flood
geological | 地质灾害 | Geological
forest_fire | 森林火灾 | Forest fire
earthquake | 地震 | Earthquake
work_safety | 安全生产 | Work safety
fire | 火灾 | Fire
traffic | 道路交通 | Road traffic
other | 其他 | Other

[list] intensity | GB 18306-2015, GB 50011-2010
VI | 6 度 | VI
VII | 7 度 | VII
VIII | 8 度 | VIII
IX | 9 度 | IX

[list] pga | GB 18306-2015
0.05 | 0.05g | 0.05 g
0.10 | 0.10g | 0.10 g
0.15 | 0.15g | 0.15 g
0.20 | 0.20g | 0.20 g
0.30 | 0.30g | 0.30 g
0.40 | ≥0.40g | 0.40 g and more

[list] site_class | GB 50011-2010
I0 | Ⅰ0 类 | I0
I1 | Ⅰ1 类 | I1
II | Ⅱ类 | II
III | Ⅲ类 | III
IV | Ⅳ类 | IV

[list] house_structure | Wanglou default
steel | 钢结构 | Steel
reinforced_concrete | 钢筋混凝土 | Reinforced concrete
masonry | 砖混 | Brick and concrete
brick_timber | 砖木 | Brick and timber
earth_timber | 土木 | Earth and timber
loess_cave | 土窑洞 | Loess cave dwelling
stone_cave | 砖石窑洞 | Brick or stone cave dwelling
other | 其他 | Other

[list] reservoir_scale | GB 50201-2014, SL 252-2017
large_1 | 大（1）型（≥10 亿 m³） | Large 1 (1,000 million m3 and more)
large_2 | 大（2）型（1 亿至 10 亿 m³） | Large 2 (100 to 1,000 million m3)
medium | 中型（1000 万至 1 亿 m³） | Medium (10 to 100 million m3)
small_1 | 小（1）型（100 万至 1000 万 m³） | Small 1 (1 to 10 million m3)
small_2 | 小（2）型（10 万至 100 万 m³） | Small 2 (0.1 to 1 million m3)
pond | 塘坝（<10 万 m³） | Pond (below 0.1 million m3)

[list] dam_safety | 水库大坝安全鉴定办法（水建管〔2003〕271号）
1 | 一类坝 | Class 1
2 | 二类坝 | Class 2
3 | 三类坝 | Class 3

[list] dam_kind | Wanglou default
earth | 土坝 | Earth
loess_silt | 淤地坝 | Warping dam
rockfill | 堆石坝 | Rockfill
concrete_gravity | 混凝土重力坝 | Concrete gravity
masonry_gravity | 浆砌石重力坝 | Masonry gravity
arch | 拱坝 | Arch
sluice | 水闸 | Sluice dam
other | 其他 | Other

[list] reservoir_role | 水利部 小型水库防汛“三个责任人”履职手册（试行）
administrative | 行政责任人 | Administrative
technical | 技术责任人 | Technical
patrol | 巡查责任人 | Patrol

[list] flood_work_kind | Wanglou default
dike | 堤防 | Dike
revetment | 护岸 | Revetment
sluice | 水闸 | Sluice
pumping_station | 泵站 | Pumping station
check_dam | 淤地坝 | Warping dam
drainage_channel | 排洪渠 | Flood channel
retention_area | 蓄滞洪区 | Flood retention area
dangerous_section | 险工险段 | Weak section
underpass | 下穿易涝点 | Underpass that floods
other | 其他 | Other

[list] dike_grade | GB 50286-2013
1 | 1 级 | Grade 1
2 | 2 级 | Grade 2
3 | 3 级 | Grade 3
4 | 4 级 | Grade 4
5 | 5 级 | Grade 5

[list] station_kind | Wanglou default
rain | 雨量站 | Rain gauge
river | 河道水文（水位）站 | River gauge
reservoir | 水库站 | Reservoir gauge
soil_moisture | 墒情站 | Soil moisture
weather | 气象站 | Weather station
geohazard | 地质灾害监测点 | Geohazard sensor
fire_watch | 林火监控 | Forest-fire camera
video | 视频监控 | Camera
mine | 矿山监测 | Mine monitoring
gas | 燃气监测 | Gas monitoring
seismic | 地震台站 | Seismic station
other | 其他 | Other

[list] hydro_station_type | SL 323-2011
MM | 气象站 | Weather station
BB | 蒸发站 | Evaporation station
DD | 堰闸水文站 | Weir and sluice station
TT | 潮位站 | Tide station
DP | 泵站 | Pumping station
SS | 墒情站 | Soil moisture station
PP | 雨量站 | Rain station
ZZ | 河道水位站 | River stage station
ZQ | 河道水文站 | River discharge station
RR | 水库水文站 | Reservoir station
ZG | 地下水站 | Groundwater station
ZB | 分洪水位站 | Diversion stage station

[list] forest_category | 中华人民共和国森林法（2019 修订）第八十三条
protection | 防护林 | Protection forest
special | 特种用途林 | Special-purpose forest
timber | 用材林 | Timber forest
economic | 经济林 | Economic forest
energy | 能源林 | Energy forest

[list] forest_age | GB/T 26424-2010
young | 幼龄林 | Young
middle | 中龄林 | Middle-aged
near_mature | 近熟林 | Near-mature
mature | 成熟林 | Mature
over_mature | 过熟林 | Over-mature

[list] forest_origin | Wanglou default
natural | 天然 | Natural
planted | 人工 | Planted
aerial | 飞播 | Sown from the air

[list] fire_zone | LY/T 1063-2008
I | Ⅰ级 | Grade I
II | Ⅱ级 | Grade II
III | Ⅲ级 | Grade III

[list] fuel | Wanglou default
conifer | 针叶林 | Conifers
broadleaf | 阔叶林 | Broadleaves
mixed | 针阔混交林 | Mixed forest
shrub | 灌木 | Shrub
grass | 草地 | Grass
orchard | 果园 | Orchard

[list] fire_break_kind | Wanglou default
bare_soil | 生土隔离带 | Bare soil
green_belt | 生物防火林带 | Green belt
works | 工程阻隔带 | Works
natural | 自然阻隔带 | Natural barrier

[list] upkeep | Wanglou default
good | 良好 | Good
overgrown | 杂草灌木侵占 | Overgrown
damaged | 损毁 | Damaged
impassable | 不能通行 | Impassable

[list] vehicle | Wanglou default: profiles of the road engine
foot | 徒步 | On foot
off_road | 越野车 | Off-road vehicle
car | 小型车 | Car
fire_engine | 消防车 | Fire engine
heavy_truck | 重型货车 | Heavy truck

[list] water_kind | Wanglou default
cistern | 蓄水池 | Cistern
hydrant | 消火栓 | Hydrant
water_tank | 水罐 | Water tank
suction_point | 取水点 | Suction point
pond | 消防水池 | Fire pond
helicopter_dip | 直升机取水点 | Helicopter dip site

[list] usable | Wanglou default
usable | 可用 | Usable
limited | 受限 | Limited
out_of_order | 不可用 | Out of order

[list] fire_station_class | 城市消防站建设标准（建标152-2017）；专职队、微型站：Wanglou default
special | 特勤消防站 | Special station
ordinary_1 | 一级普通消防站 | Ordinary station, grade 1
ordinary_2 | 二级普通消防站 | Ordinary station, grade 2
small | 小型普通消防站 | Small station
support | 战勤保障消防站 | Support station
government_crew | 政府专职消防队 | Government full-time crew
enterprise_crew | 企业专职消防队 | Enterprise crew
micro | 微型消防站 | Micro station

[list] hospital_kind | Wanglou default
hospital | 医院 | Hospital
clinic | 卫生院、诊所 | Clinic
disease_control | 疾控中心 | Disease control
blood | 采供血机构 | Blood service

[list] hospital_grade | 医院分级管理办法（1989）
3_special | 三级特等 | Level 3, special
3A | 三级甲等 | Level 3A
3B | 三级乙等 | Level 3B
3C | 三级丙等 | Level 3C
2A | 二级甲等 | Level 2A
2B | 二级乙等 | Level 2B
2C | 二级丙等 | Level 2C
1A | 一级甲等 | Level 1A
1B | 一级乙等 | Level 1B
1C | 一级丙等 | Level 1C

[list] specialty | Wanglou default
rescue | 综合救援 | Rescue
forest_fire | 森林灭火 | Forest fire
firefighting | 火灾扑救 | Firefighting
water_rescue | 水域救援 | Water rescue
flood | 防汛抢险 | Flood defence
mine_rescue | 矿山救护 | Mine rescue
mountain_rescue | 山地救援 | Mountain rescue
earthquake | 地震救援 | Earthquake rescue
hazmat | 危化品处置 | Hazardous materials
medical | 医疗救护 | Medical
road_clearing | 道路抢通 | Road clearing
power | 电力抢修 | Power repair
gas | 燃气抢修 | Gas repair
telecom | 通信保障 | Telecommunications
evacuation | 群众转移 | Evacuation
disaster_response | 灾害救援 | Disaster response

[list] owner_kind | Wanglou default
government | 政府 | Government
enterprise | 企业 | Enterprise
society | 社会 | Society

[list] depot_level | Wanglou default
national | 国家级 | National
province | 省级 | Provincial
prefecture | 市级 | Prefectural
county | 县级 | County
township | 乡级 | Township
village | 村级 | Village

[list] stock_item | Wanglou default; codes of the items: GB/T 38565-2020
tent | 帐篷 | Tent
cotton_tent | 棉帐篷 | Cotton tent
quilt | 棉被 | Quilt
coat | 棉大衣 | Padded coat
folding_bed | 折叠床 | Folding bed
sleeping_bag | 睡袋 | Sleeping bag
stove | 取暖炉 | Stove
water | 饮用水 | Drinking water
food | 应急食品 | Emergency food
generator | 发电机 | Generator
lighting | 移动照明灯 | Floodlight
torch | 手电筒、头灯 | Torch
raincoat | 雨衣雨鞋 | Raincoat and boots
sandbag | 沙袋（编织袋） | Sandbag
gabion | 铅丝笼 | Gabion
geotextile | 土工布 | Geotextile
flood_barrier | 移动挡水板 | Flood barrier
pump | 排水泵 | Pump
drainage_robot | 排水机器人 | Drainage robot
pump_truck | 移动泵车 | Pump truck
high_pressure_hose | 高压水带 | High-pressure hose
drainage_hose | 排水管带 | Drainage hose
rubber_boat | 橡皮艇 | Rubber boat
assault_boat | 冲锋舟 | Assault boat
life_jacket | 救生衣 | Life jacket
life_buoy | 救生圈 | Life buoy
rope | 救生绳 | Rope
blower | 风力灭火机 | Blower
fire_mop | 二号工具 | Fire swatter
hand_tool | 铁锹镐耙等手工具 | Hand tool
portable_pump | 高压细水雾、便携水泵 | Portable pump
backpack_sprayer | 背负式水枪 | Backpack sprayer
chainsaw | 油锯 | Chainsaw
brush_cutter | 割灌机 | Brush cutter
drip_torch | 点火器 | Drip torch
fire_suit | 阻燃服 | Fire suit
extinguisher | 灭火器 | Fire extinguisher
foam | 泡沫灭火剂 | Foam agent
breathing_apparatus | 空气呼吸器 | Breathing apparatus
protective_suit | 防化服 | Protective suit
gas_detector | 气体检测仪 | Gas detector
leak_kit | 堵漏工具 | Leak sealing kit
absorbent | 吸附材料 | Absorbent
hydraulic_tool | 液压破拆工具 | Hydraulic rescue tool
life_detector | 生命探测仪 | Life detector
first_aid_kit | 急救包 | First-aid kit
stretcher | 担架 | Stretcher
body_bag | 遗体袋 | Body bag
disinfectant | 消毒药品 | Disinfectant
satellite_phone | 卫星电话 | Satellite phone
radio | 对讲机 | Radio
drone | 无人机 | Drone
loudspeaker | 手摇报警器、铜锣、喇叭 | Siren, gong, loudspeaker
excavator | 挖掘机 | Excavator
loader | 装载机 | Loader
truck | 运输车辆 | Truck
fuel | 燃油 | Fuel
deicer | 融雪剂 | De-icer
warning_sign | 警示标志 | Warning sign
other | 其他 | Other

[list] industry | GB/T 4754-2017
A | 农、林、牧、渔业 | Agriculture, forestry, animal husbandry and fishery
B | 采矿业 | Mining
C | 制造业 | Manufacturing
D | 电力、热力、燃气及水生产和供应业 | Electricity, heat, gas and water
E | 建筑业 | Construction
F | 批发和零售业 | Wholesale and retail
G | 交通运输、仓储和邮政业 | Transport, storage and post
H | 住宿和餐饮业 | Hotels and catering
I | 信息传输、软件和信息技术服务业 | Information and software
J | 金融业 | Finance
K | 房地产业 | Real estate
L | 租赁和商务服务业 | Leasing and business services
M | 科学研究和技术服务业 | Science and technology
N | 水利、环境和公共设施管理业 | Water, environment and public facilities
O | 居民服务、修理和其他服务业 | Resident services and repair
P | 教育 | Education
Q | 卫生和社会工作 | Health and social work
R | 文化、体育和娱乐业 | Culture, sports and entertainment
S | 公共管理、社会保障和社会组织 | Public administration
T | 国际组织 | International organisations

[list] major_hazard | GB 18218-2018
1 | 一级 | Level 1
2 | 二级 | Level 2
3 | 三级 | Level 3
4 | 四级 | Level 4

[list] operating | Wanglou default
operating | 生产、营业 | Operating
building | 建设 | Under construction
halted | 停产停业 | Halted
closed | 关闭 | Closed

[list] mine_kind | Wanglou default
coal | 煤矿 | Coal mine
underground | 非煤地下矿山 | Underground mine
open_pit | 露天矿山 | Open pit
tailings | 尾矿库 | Tailings pond
waste_heap | 排土场、矸石山 | Waste heap

[list] mine_gas | 煤矿瓦斯等级鉴定办法（煤安监技装〔2018〕9号）
low | 低瓦斯矿井 | Low gas
high | 高瓦斯矿井 | High gas
outburst | 突出矿井 | Outburst

[list] mine_water | 煤矿防治水细则（2018）
simple | 简单 | Simple
medium | 中等 | Medium
complex | 复杂 | Complex
very_complex | 极复杂 | Very complex

[list] tailings_class | GB 39496-2020
1 | 一等 | Class 1
2 | 二等 | Class 2
3 | 三等 | Class 3
4 | 四等 | Class 4
5 | 五等 | Class 5

[list] gas_pressure | GB 50028-2006；长输管道：Wanglou default
transmission | 长输管道（>4.0 MPa） | Transmission (over 4.0 MPa)
high_A | 高压 A（2.5 至 4.0 MPa） | High A (2.5 to 4.0 MPa)
high_B | 高压 B（1.6 至 2.5 MPa） | High B (1.6 to 2.5 MPa)
sub_high_A | 次高压 A（0.8 至 1.6 MPa） | Sub-high A (0.8 to 1.6 MPa)
sub_high_B | 次高压 B（0.4 至 0.8 MPa） | Sub-high B (0.4 to 0.8 MPa)
medium_A | 中压 A（0.2 至 0.4 MPa） | Medium A (0.2 to 0.4 MPa)
medium_B | 中压 B（0.01 至 0.2 MPa） | Medium B (0.01 to 0.2 MPa)
low | 低压（<0.01 MPa） | Low (below 0.01 MPa)

[list] gas_medium | Wanglou default
natural | 天然气 | Natural gas
coalbed | 煤层气 | Coalbed methane
lpg | 液化石油气 | LPG
lng | 液化天然气 | LNG
cng | 压缩天然气 | CNG
coke_oven | 焦炉煤气 | Coke-oven gas

[list] pipe_material | Wanglou default
steel | 钢管 | Steel
pe | 聚乙烯管 | Polyethylene
cast_iron | 铸铁管 | Cast iron
other | 其他 | Other

[list] gas_station_kind | Wanglou default
gate | 门站 | Gate station
storage | 储配站 | Storage station
regulator | 调压站（箱） | Regulator station
valve | 阀室 | Valve station
filling | 加气站 | Vehicle filling station
bottling | 液化气灌装站 | LPG bottling plant
bottle_shop | 瓶装气供应站 | Bottled gas shop
fuel | 加油站 | Petrol station

[list] danger_grade | 安全生产事故隐患排查治理暂行规定（原安监总局令第16号）
general | 一般事故隐患 | General
major | 重大事故隐患 | Major

[list] danger_state | Wanglou default
found | 已发现 | Found
ordered | 已责令整改 | Rectification ordered
rectifying | 整改中 | Being rectified
rectified | 已整改待验收 | Rectified, to be accepted
closed | 已销号 | Closed

[columns] people_in_charge
role | text | - | 责任 | Role
name_of | text | - | 姓名 | Name
post | text | - | 职务 | Post
department | text | - | 单位 | Department
phone | text | - | 电话 | Telephone

[columns] reservoir_people
role | code:reservoir_role | - | 责任 | Role
name_of | text | - | 姓名 | Name
post | text | - | 职务 | Post
department | text | - | 单位 | Department
phone | text | - | 电话 | Telephone

[columns] level_area_volume
level_m! | number | m | 水位 | Level
area_m2 | number | m2 | 水面面积 | Water surface
volume_m3 | number | m3 | 库容 | Volume

[columns] rating
level_m! | number | m | 水位 | Level
discharge_m3s! | number | m3/s | 流量 | Discharge

[columns] households
head! | text | - | 户主 | Head of household
people! | integer | person | 人口 | People
elderly | integer | person | 老年人 | Elderly
children | integer | person | 儿童 | Children
disabled | integer | person | 行动不便 | Disabled
houses | integer | - | 房屋间数 | Rooms
phone | text | - | 电话 | Telephone
helper | text | - | 包保责任人 | Helper
helper_phone | text | - | 包保责任人电话 | Helper's telephone

[columns] monitors
role | code:monitor_role | - | 责任 | Role
name_of! | text | - | 姓名 | Name
phone | text | - | 电话 | Telephone
frequency | text | - | 巡查频次 | Patrols

[columns] stock
item! | code:stock_item | - | 物资 | Item
description | text | - | 规格型号 | Model
quantity! | number | - | 数量 | Quantity
unit | text | - | 单位 | Unit
expires | date | - | 有效期至 | Expires
code | text | - | 物资编码 | Item code
checked | date | - | 盘点日期 | Checked on

[columns] capacities
kind! | code:shelter_capacity_kind | - | 类别 | Kind
people! | integer | person | 容纳人数 | People

[columns] houses
structure! | code:house_structure | - | 结构类型 | Structure
built_before | integer | year | 建成年代（不晚于） | Built before
buildings | integer | - | 栋数 | Buildings
area_m2 | number | m2 | 建筑面积 | Floor area
households | integer | - | 户数 | Households
people | integer | person | 人口 | People
fortified | boolean | - | 已抗震设防 | Built to the code

[columns] materials
name_of! | text | - | 名称 | Name
un_number | text | - | 联合国编号 | UN number
quantity | number | - | 数量 | Quantity
unit | text | - | 单位 | Unit
risk | text | - | 危险性 | Hazard

[columns] equipment
name_of! | text | - | 名称 | Name
quantity! | integer | - | 数量 | Quantity
condition | code:usable | - | 状况 | Condition

[columns] bridges
name_of | text | - | 桥名 | Bridge
at_km | number | km | 桩号 | Kilometre post
length_m | number | m | 桥长 | Length
width_m | number | m | 桥宽 | Width
max_weight_t | number | t | 限载 | Weight limit
condition | code:bridge_condition | - | 技术状况 | Condition

[layer] division | polygon | 行政区划 | Administrative areas | base | 10 | 50 | 民政部门；区划代码：GB/T 2260、GB/T 10114 | 区划调整后 30 日内 / within 30 days of a change
code! | text | - | 区划代码 | Division code
level | code:division_level | - | 级别 | Level
population | integer | person | 常住人口 | Population
households | integer | - | 户数 | Households
population_year | integer | year | 人口年份 | Year of the population
area_km2 | number | km2 | 面积 | Area
leader | text | - | 负责人 | Leader
duty_phone | text | - | 值班电话 | Duty telephone

[layer] township | point | 乡镇 | Townships | base | 20 | 50 | 民政部门；代码：GB/T 10114 | 区划调整后 30 日内 / within 30 days of a change
code | text | - | 区划代码 | Division code
kind | code:township_kind | - | 类别 | Kind
population | integer | person | 人口 | Population
households | integer | - | 户数 | Households
leader | text | - | 负责人 | Leader
duty_phone | text | - | 值班电话 | Duty telephone

[layer] village | point | 村庄 | Villages | base | 30 | 50 | 国家统计局 统计用区划和城乡划分代码 | 每年 / yearly
code | text | - | 区划代码 | Division code
urban_rural | code:urban_rural | - | 城乡分类 | Urban or rural
population | integer | person | 人口 | Population
households | integer | - | 户数 | Households
elderly | integer | person | 老年人 | Elderly
children | integer | person | 儿童 | Children
disabled | integer | person | 行动不便人员 | Disabled
township | text | - | 所属乡镇 | Township
leader | text | - | 村负责人 | Village leader
phone | text | - | 电话 | Telephone
broadcast | boolean | - | 有应急广播 | Loudspeakers

[layer] road | line | 公路台账 | Road register | base | 40 | 5 | 交通运输部门；分级：GB/T 917-2017、JTG B01-2014 | 每年 / yearly
code | text | - | 路线编号 | Road number
admin_class | code:road_admin | - | 行政等级 | Administrative class
grade | code:road_grade | - | 技术等级 | Technical grade
surface | code:road_surface | - | 路面 | Surface
width_m | number | m | 路面宽度 | Width
from_km | number | km | 起点桩号 | From kilometre post
to_km | number | km | 止点桩号 | To kilometre post
max_weight_t | number | t | 限载 | Weight limit
max_height_m | number | m | 限高 | Height limit
dead_end | boolean | - | 断头路 | Dead end
floods | boolean | - | 易水毁、积水 | Floods or washes out
bridges | table:bridges | - | 桥梁 | Bridges
maintained_by | text | - | 养护单位 | Maintained by
phone | text | - | 电话 | Telephone

[layer] river | line | 河流沟道 | Rivers | flood | 300 | 20 | 水利部门 | 每年汛前 / before each flood season
code | text | - | 河流编码 | River code
level | code:river_level | - | 级别 | Level
basin | text | - | 流域 | Basin
catchment_km2 | number | km2 | 集水面积 | Catchment
length_km | number | km | 长度 | Length
safe_discharge_m3s | number | m3/s | 安全泄量 | Safe discharge
river_chief | text | - | 河长 | River chief
phone | text | - | 电话 | Telephone

[layer] reservoir | any | 水库 | Reservoirs | flood | 310 | 10 | 水利部门；等别：GB 50201-2014、SL 252-2017 | 每年汛前；水位实时 / before each flood season; levels live
code | text | - | 水库编码 | Reservoir code
scale | code:reservoir_scale | - | 规模 | Scale
river | text | - | 所在河流 | River
catchment_km2 | number | km2 | 集水面积 | Catchment
capacity_m3 | number | m3 | 总库容 | Capacity
flood_storage_m3 | number | m3 | 调洪库容 | Flood storage
useful_storage_m3 | number | m3 | 兴利库容 | Useful storage
area_m2 | number | m2 | 水面面积 | Water surface
dead_level_m | number | m | 死水位 | Dead level
flood_limit_level_m | number | m | 汛限水位 | Flood limit level
normal_level_m | number | m | 正常蓄水位 | Normal level
design_level_m | number | m | 设计洪水位 | Design flood level
check_level_m | number | m | 校核洪水位 | Check flood level
crest_level_m | number | m | 坝顶高程 | Crest level
datum | text | - | 高程基准 | Vertical datum
design_return_years | integer | year | 设计洪水重现期 | Design return period
check_return_years | integer | year | 校核洪水重现期 | Check return period
dam_kind | code:dam_kind | - | 坝型 | Kind of dam
dam_height_m | number | m | 坝高 | Dam height
dam_safety | code:dam_safety | - | 安全鉴定类别 | Safety class
spillway_discharge_m3s | number | m3/s | 最大泄量 | Largest discharge
downstream_people | integer | person | 下游影响人口 | People downstream
downstream_villages | text | - | 下游影响村庄 | Villages downstream
level_area_volume | table:level_area_volume | - | 水位面积库容表 | Level, area, volume
rating | table:rating | - | 泄流曲线表 | Rating table
responsible_persons | table:reservoir_people | - | 三个责任人 | Three responsible persons
plan_approved | date | - | 应急预案批复日期 | Plan approved on

[layer] dam | any | 大坝 | Dams | flood | 320 | 5 | 水利部门 | 每年汛前 / before each flood season
kind | code:dam_kind | - | 坝型 | Kind
reservoir | text | - | 所属水库 | Reservoir
height_m | number | m | 坝高 | Height
length_m | number | m | 坝长 | Length
crest_level_m | number | m | 坝顶高程 | Crest level
crest_width_m | number | m | 坝顶宽度 | Crest width
safety | code:dam_safety | - | 安全鉴定类别 | Safety class
built_year | integer | year | 建成年份 | Built in
responsible_persons | table:reservoir_people | - | 责任人 | Responsible persons

[layer] flood_work | any | 防洪工程 | Flood-protection works | flood | 330 | 10 | 水利部门；堤防级别：GB 50286-2013 | 每年汛前 / before each flood season
kind | code:flood_work_kind | - | 类别 | Kind
grade | code:dike_grade | - | 级别 | Grade
river | text | - | 所在河流 | River
protects_return_years | integer | year | 防洪标准（重现期） | Protects up to return period
protected_people | integer | person | 保护人口 | Protected people
length_m | number | m | 长度 | Length
crest_level_m | number | m | 顶高程 | Crest level
discharge_m3s | number | m3/s | 设计流量 | Design discharge
capacity_m3 | number | m3 | 库容 | Capacity
condition | code:usable | - | 状况 | Condition
checked | date | - | 检查日期 | Checked on
responsible_persons | table:people_in_charge | - | 责任人 | Responsible persons

[layer] monitoring_station | point | 监测站 | Monitoring stations | flood | 340 | 5 | 水利、气象、自然资源等部门；水文站类：SL 323-2011 | 设备变动后 7 日内 / within 7 days of a change
code | text | - | 站码 | Station code
kind | code:station_kind | - | 类别 | Kind
hydro_type | code:hydro_station_type | - | 水文站类 | Hydrological type
river | text | - | 所在河流 | River
datum_m | number | m | 水尺零点高程 | Gauge zero
warning_level_m | number | m | 警戒水位 | Warning level
guarantee_level_m | number | m | 保证水位 | Guarantee level
historic_level_m | number | m | 历史最高水位 | Highest level on record
rating | table:rating | - | 水位流量关系表 | Rating table
warns_villages | text | - | 预警对象村 | Warns villages
operator | text | - | 管理单位 | Operator
phone | text | - | 电话 | Telephone

[layer] forest_compartment | polygon | 林班小班 | Forest compartments | forest | 400 | 20 | 林业部门；林种：森林法；龄组：GB/T 26424-2010 | 每年 / yearly
compartment | text | - | 林班号 | Compartment
subcompartment | text | - | 小班号 | Subcompartment
category | code:forest_category | - | 林种 | Category
origin | code:forest_origin | - | 起源 | Origin
species | text | - | 优势树种 | Main species
age | code:forest_age | - | 龄组 | Age
fuel | code:fuel | - | 可燃物类型 | Fuel
area_ha | number | ha | 面积 | Area
canopy_percent | number | % | 郁闭度 | Canopy cover
fire_zone | code:fire_zone | - | 火险区划等级 | Fire danger zone
owner | text | - | 权属单位 | Owner
ranger | text | - | 护林员 | Ranger
phone | text | - | 电话 | Telephone

[layer] fire_lane | line | 防火通道 | Fire lanes | forest | 410 | 5 | 林业部门 | 每年防火期前 / before each fire season
width_m | number | m | 宽度 | Width
surface | code:road_surface | - | 路面 | Surface
passable_for | code:vehicle | - | 可通行车型 | Passable for
condition | code:upkeep | - | 状况 | Condition
dead_end | boolean | - | 断头 | Dead end
turning_m | number | m | 回车场直径 | Turning circle
last_cleared | date | - | 最近清理日期 | Last cleared
maintained_by | text | - | 管护单位 | Maintained by
phone | text | - | 电话 | Telephone

[layer] fire_break | any | 防火隔离带 | Fire breaks | forest | 420 | 5 | 林业部门 | 每年防火期前 / before each fire season
kind | code:fire_break_kind | - | 类别 | Kind
width_m | number | m | 宽度 | Width
condition | code:upkeep | - | 状况 | Condition
last_cleared | date | - | 最近清理日期 | Last cleared
species | text | - | 林带树种 | Species of the belt
maintained_by | text | - | 管护单位 | Maintained by
phone | text | - | 电话 | Telephone

[layer] cistern | point | 蓄水池与消防取水点 | Cisterns and water points | forest | 430 | 5 | 林业、消防部门 | 每年防火期前 / before each fire season
kind | code:water_kind | - | 类别 | Kind
volume_m3 | number | m3 | 容积 | Volume
flow_l_s | number | L/s | 出水流量 | Flow
outlet_mm | integer | mm | 接口口径 | Outlet
vehicle_access | code:vehicle | - | 可到达车型 | Reached by
all_year | boolean | - | 全年有水 | Water all year
condition | code:usable | - | 状况 | Condition
checked | date | - | 检查日期 | Checked on
keeper | text | - | 管护人 | Keeper
phone | text | - | 电话 | Telephone

[layer] lookout_tower | point | 瞭望塔 | Lookout towers | forest | 440 | 5 | 林业部门 | 每年防火期前 / before each fire season
height_m | number | m | 塔高 | Height
staffed | boolean | - | 有人值守 | Staffed
camera | boolean | - | 有视频监控 | Camera
call_sign | text | - | 呼号 | Call sign
watch | text | - | 瞭望员 | Watch
phone | text | - | 电话 | Telephone

[layer] geohazard_point | any | 地质灾害点 | Geohazard points | hazard | 200 | 10 | 自然资源部门；类型、规模：地质灾害防治条例 | 汛前、汛中、汛后排查 / before, during and after each flood season
code | text | - | 统一编号 | Code
kind! | code:geohazard_kind | - | 类型 | Kind
scale | code:geohazard_scale | - | 规模 | Scale
volume_m3 | number | m3 | 体积 | Volume
threat | code:geohazard_threat | - | 险情等级 | Threat
stability | code:stability | - | 稳定性 | Stability
trigger | text | - | 诱发因素 | Trigger
threatened_people | integer | person | 威胁人数 | Threatened people
threatened_households | integer | - | 威胁户数 | Threatened households
threatened_property_wan | number | 10,000 CNY | 威胁财产 | Threatened property
threatened_things | text | - | 威胁对象 | Threatened things
warning_signal | text | - | 预警信号 | Warning signal
evacuation_route | text | - | 撤离路线 | Evacuation route
shelter | text | - | 避险地点 | Shelter
treatment | text | - | 防治措施 | Treatment
monitors | table:monitors | - | 监测责任人 | Monitors
households | table:households | - | 受威胁户清单 | Threatened households list
surveyed | date | - | 调查日期 | Surveyed on

[layer] risk_area | any | 风险分布（四色） | Risk distribution (four colours) | hazard | 210 | 20 | 国务院安委办〔2016〕11号 | 每年 / yearly
kind | code:risk_kind | - | 风险类别 | Kind
level! | code:risk_level | - | 风险等级 | Level
people | integer | person | 影响人数 | People
basis | text | - | 评估依据 | Basis
measures | text | - | 管控措施 | Measures
department | text | - | 管控部门 | Department
responsible | text | - | 责任人 | Responsible person
phone | text | - | 电话 | Telephone
assessed | date | - | 评估日期 | Assessed on

[layer] intensity8_zone | polygon | 抗震设防 8 度区 | Fortification intensity VIII zones | hazard | 220 | 100 | GB 18306-2015 | 区划图更新后 / when the zoning map is renewed
intensity | code:intensity | - | 设防烈度 | Intensity
pga_g | code:pga | - | 峰值加速度 | Peak ground acceleration
site_class | code:site_class | - | 场地类别 | Site class
population | integer | person | 人口 | Population
houses | table:houses | - | 房屋存量 | House stock
surveyed | date | - | 调查日期 | Surveyed on

[layer] shelter | any | 应急避难场所 | Shelters | people | 100 | 10 | 应急管理部门；类别：GB 21734-2008 | 每半年 / every half year
kind | code:shelter_kind | - | 类别 | Kind
quake_class | code:shelter_quake_class | - | 地震避难类别 | Earthquake class
capacity | integer | person | 容纳人数 | Capacity
capacities | table:capacities | - | 分类容量 | Capacity by kind
area_m2 | number | m2 | 有效面积 | Usable area
accepts_coaches | boolean | - | 大客车可进 | Coaches can enter
indoor | boolean | - | 室内 | Indoors
water | boolean | - | 有供水 | Water
power | boolean | - | 有供电 | Power
toilets | integer | - | 厕位 | Toilets
first_aid | boolean | - | 有医疗点 | First aid
flood_safe | boolean | - | 不受洪水影响 | Safe from floods
landslide_safe | boolean | - | 不受地质灾害影响 | Safe from landslides
keeper | text | - | 管理人 | Keeper
phone | text | - | 电话 | Telephone

[layer] school | point | 学校 | Schools | people | 110 | 10 | 教育部门 | 每学年 / every school year
kind | code:school_kind | - | 类别 | Kind
capacity | integer | person | 学位 | Places
pupils | integer | person | 学生数 | Pupils
boarders | integer | person | 寄宿生 | Boarders
staff | integer | person | 教职工 | Staff
head | text | - | 校长 | Head
phone | text | - | 电话 | Telephone

[layer] fire_station | point | 消防救援站 | Fire stations | force | 500 | 10 | 消防救援部门 | 变动后 7 日内 / within 7 days of a change
class | code:fire_station_class | - | 类别 | Class
people | integer | person | 人数 | People
vehicles | integer | - | 车辆数 | Vehicles
equipment | table:equipment | - | 装备 | Equipment
leader | text | - | 负责人 | Leader
phone | text | - | 电话 | Telephone

[layer] police | point | 公安派出所 | Police stations | force | 510 | 10 | 公安部门 | 变动后 7 日内 / within 7 days of a change
people | integer | person | 人数 | People
leader | text | - | 负责人 | Leader
phone | text | - | 电话 | Telephone

[layer] ambulance_station | point | 急救站 | Ambulance stations | force | 520 | 10 | 卫生健康部门 | 变动后 7 日内 / within 7 days of a change
ambulances | integer | - | 救护车 | Ambulances
negative_pressure | integer | - | 负压救护车 | Negative-pressure ambulances
leader | text | - | 负责人 | Leader
phone | text | - | 电话 | Telephone

[layer] hospital | point | 医院 | Hospitals | force | 530 | 10 | 卫生健康部门；等级：医院分级管理办法 | 每季 / quarterly
kind | code:hospital_kind | - | 类别 | Kind
grade | code:hospital_grade | - | 等级 | Grade
beds | integer | - | 床位 | Beds
icu_beds | integer | - | 重症床位 | ICU beds
emergency | boolean | - | 有急诊 | Emergency department
burns | boolean | - | 有烧伤科 | Burns unit
helipad | boolean | - | 有停机坪 | Helipad
staff | integer | person | 医护人员 | Staff
phone | text | - | 电话 | Telephone

[layer] team | point | 救援队伍 | Rescue teams | force | 540 | 10 | 应急管理部门 | 每季 / quarterly
specialty | code:specialty | - | 专长 | Specialty
owner | code:owner_kind | - | 归属 | Owner
people | integer | person | 人数 | People
vehicles | integer | - | 车辆数 | Vehicles
equipment | table:equipment | - | 装备 | Equipment
ready_min | integer | min | 集结时间 | Ready in
organisation | text | - | 主管单位 | Organisation
leader | text | - | 负责人 | Leader
phone | text | - | 电话 | Telephone

[layer] helipad | point | 直升机起降点 | Helicopter landing points | force | 550 | 5 | 应急管理部门 | 每年 / yearly
surface | text | - | 场面 | Surface
length_m | number | m | 长度 | Length
width_m | number | m | 宽度 | Width
elevation_m | number | m | 海拔 | Elevation
obstacles | text | - | 障碍物 | Obstacles
night | boolean | - | 可夜航 | Usable at night
fuel | boolean | - | 可加油 | Fuel
phone | text | - | 电话 | Telephone

[layer] depot | point | 物资储备库 | Depots | supply | 600 | 10 | 应急管理部门 | 每月盘点 / checked monthly
level | code:depot_level | - | 级别 | Level
owner | code:owner_kind | - | 归属 | Owner
organisation | text | - | 管理单位 | Organisation
area_m2 | number | m2 | 库房面积 | Floor area
accepts_heavy_trucks | boolean | - | 重型货车可进 | Heavy trucks can enter
stock | table:stock | - | 库存 | Stock
keeper | text | - | 保管人 | Keeper
phone | text | - | 电话 | Telephone
checked | date | - | 盘点日期 | Checked on

[layer] enterprise | any | 重点企业 | Enterprises | safety | 700 | 10 | 应急管理部门；行业：GB/T 4754-2017；重大危险源：GB 18218-2018 | 每季 / quarterly
credit_code | text | - | 统一社会信用代码 | Unified social credit code
industry | code:industry | - | 行业门类 | Industry
industry_code | text | - | 行业代码 | Industry code
department | text | - | 监管部门 | Supervising department
responsible | text | - | 安全负责人 | Responsible person
phone | text | - | 电话 | Telephone
legal_representative | text | - | 法定代表人 | Legal representative
employees | integer | person | 从业人员 | Employees
status | code:operating | - | 状态 | Status
risk_level | code:risk_level | - | 风险等级 | Risk level
major_hazard | code:major_hazard | - | 重大危险源级别 | Major hazard source
materials | table:materials | - | 危险化学品 | Hazardous materials
last_inspection | date | - | 最近检查日期 | Last inspection

[layer] mine | any | 矿山 | Mines | safety | 710 | 10 | 矿山安全监察、应急管理部门 | 每季 / quarterly
kind! | code:mine_kind | - | 类别 | Kind
mineral | text | - | 矿种 | Mineral
enterprise | text | - | 企业 | Enterprise
status | code:operating | - | 状态 | Status
capacity_wan_t | number | 10,000 t/a | 核定能力 | Capacity
underground_people | integer | person | 井下最多人数 | Most people underground
depth_m | number | m | 开采深度 | Depth
gas | code:mine_gas | - | 瓦斯等级 | Gas grade
water | code:mine_water | - | 水文地质类型 | Hydrogeological type
spontaneous_combustion | boolean | - | 煤层自燃 | Spontaneous combustion
tailings_class | code:tailings_class | - | 尾矿库等别 | Tailings class
tailings_volume_m3 | number | m3 | 尾矿库容 | Tailings volume
downstream_people | integer | person | 下游影响人口 | People downstream
rescue_team | text | - | 救护队 | Rescue team
department | text | - | 监管部门 | Supervising department
responsible | text | - | 矿长 | Mine manager
phone | text | - | 电话 | Telephone

[layer] gas_pipeline | line | 燃气管线 | Gas pipelines | safety | 720 | 5 | 城管、能源部门；压力级制：GB 50028-2006 | 变动后 30 日内 / within 30 days of a change
pressure | code:gas_pressure | - | 压力级别 | Pressure
medium | code:gas_medium | - | 介质 | Medium
material | code:pipe_material | - | 管材 | Material
diameter_mm | integer | mm | 管径 | Diameter
depth_m | number | m | 埋深 | Depth
built_year | integer | year | 建成年份 | Built in
operator | text | - | 运营单位 | Operator
phone | text | - | 抢修电话 | Repair telephone

[layer] gas_station | point | 燃气与油气场站 | Gas and fuel stations | safety | 730 | 5 | 城管、能源、商务部门 | 变动后 30 日内 / within 30 days of a change
kind | code:gas_station_kind | - | 类别 | Kind
medium | code:gas_medium | - | 介质 | Medium
storage_m3 | number | m3 | 储量 | Storage
upstream_valve | text | - | 上游阀门 | Upstream valve
major_hazard | code:major_hazard | - | 重大危险源级别 | Major hazard source
operator | text | - | 运营单位 | Operator
responsible | text | - | 负责人 | Responsible person
phone | text | - | 抢修电话 | Repair telephone

[layer] hidden_danger | any | 隐患 | Hidden dangers | safety | 740 | 20 | 安全生产事故隐患排查治理暂行规定 | 随查随报 / as found
kind | code:risk_kind | - | 类别 | Kind
grade | code:danger_grade | - | 等级 | Grade
state | code:danger_state | - | 状态 | State
description | text | - | 描述 | Description
enterprise | text | - | 责任单位 | Responsible organisation
responsible | text | - | 整改责任人 | Responsible person
phone | text | - | 电话 | Telephone
department | text | - | 督办部门 | Supervising department
measures | text | - | 整改措施 | Measures
found | date | - | 发现日期 | Found on
due | date | - | 整改期限 | Due on
closed | date | - | 销号日期 | Closed on
$catalogue$);

CREATE FUNCTION pg_temp.part(line text, n integer) RETURNS text LANGUAGE sql AS $$
  SELECT nullif(nullif(btrim(split_part(line, '|', n)), '-'), '')
$$;

DO $program$
DECLARE
  line text;
  head text;                      -- what the lines that follow belong to: list, columns or layer
  name text;
  lists jsonb := '{}';            -- by name: {source, values}
  sets jsonb := '{}';             -- by name: columns
  attribute jsonb;
  kind text;
BEGIN
  FOR line IN SELECT t FROM catalogue_text, regexp_split_to_table(body, '\n') WITH ORDINALITY AS l(t, n) ORDER BY n LOOP
    CONTINUE WHEN btrim(line) = '';
    IF line LIKE '[%' THEN
      head := substring(line FROM '^\[(\w+)\]');
      line := regexp_replace(line, '^\[\w+\] *', '');
      name := pg_temp.part(line, 1);
      IF head = 'list' THEN
        lists := lists || jsonb_build_object(name, jsonb_build_object('source', pg_temp.part(line, 2), 'values', '[]'::jsonb));
      ELSIF head = 'columns' THEN
        sets := sets || jsonb_build_object(name, '[]'::jsonb);
      ELSE
        INSERT INTO layer_type AS t (id, geometry_type, label_zh, label_en, "group", symbol, sort, accuracy_m, source,
                                     update_rule, built_in, attribute_schema)
        VALUES (name, pg_temp.part(line, 2), pg_temp.part(line, 3), pg_temp.part(line, 4), pg_temp.part(line, 5), name,
                pg_temp.part(line, 6)::integer, pg_temp.part(line, 7)::double precision, pg_temp.part(line, 8),
                pg_temp.part(line, 9), true, '[]')
        ON CONFLICT (id) DO UPDATE
          SET geometry_type = excluded.geometry_type, label_zh = excluded.label_zh, label_en = excluded.label_en,
              "group" = excluded."group", sort = excluded.sort, accuracy_m = excluded.accuracy_m,
              source = excluded.source, update_rule = excluded.update_rule;
      END IF;
    ELSIF head = 'list' THEN
      lists := jsonb_set(lists, ARRAY[name, 'values'], lists -> name -> 'values'
        || jsonb_build_object('code', pg_temp.part(line, 1), 'zh', pg_temp.part(line, 2), 'en', pg_temp.part(line, 3)));
    ELSE
      kind := pg_temp.part(line, 2);
      attribute := jsonb_strip_nulls(jsonb_build_object(
        'name', rtrim(pg_temp.part(line, 1), '!'),
        'type', CASE WHEN kind LIKE 'code:%' THEN 'text' ELSE split_part(kind, ':', 1) END,
        'unit', pg_temp.part(line, 3), 'zh', pg_temp.part(line, 4), 'en', pg_temp.part(line, 5),
        'required', CASE WHEN pg_temp.part(line, 1) LIKE '%!' THEN true END));
      IF kind LIKE 'code:%' THEN
        IF NOT lists ? split_part(kind, ':', 2) THEN
          RAISE EXCEPTION 'no list for %', line;
        END IF;
        attribute := attribute || (lists -> split_part(kind, ':', 2));
      ELSIF kind LIKE 'table:%' THEN
        IF NOT sets ? split_part(kind, ':', 2) THEN
          RAISE EXCEPTION 'no columns for %', line;
        END IF;
        attribute := attribute || jsonb_build_object('columns', sets -> split_part(kind, ':', 2));
      END IF;
      IF head = 'columns' THEN
        sets := jsonb_set(sets, ARRAY[name], sets -> name || attribute);
      ELSE
        UPDATE layer_type SET attribute_schema = attribute_schema || attribute WHERE id = name;
      END IF;
    END IF;
  END LOOP;
END $program$;

DROP TABLE catalogue_text;
