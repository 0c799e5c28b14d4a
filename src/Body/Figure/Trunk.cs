using Unknot.Body.Field;

namespace Unknot.Body.Figure;

/// <summary>Torso and shoulder girdle.</summary>
internal static class Trunk
{
    internal static void AddTo(BodyField body)
    {
        AddCore(body.Root);
        Neck.AddTo(body);
        AddShoulderGirdle(body.Root);
        AddChestAndBack(body.Root);
        AddBellyAndHips(body.Root);
        SculptFront(body);
        SculptBack(body);
    }

    private static void AddCore(ShapeGroup trunk) => trunk.Add(0, new Loft(
        Frame.Body,
        new(842, 0, -6, 34, 34, 26, 32, 2),
        new(862, 0, -8, 84, 84, 52, 72, 2.05f),
        new(890, 0, -10, 124, 124, 70, 94, 2.1f),
        new(925, 0, -10, 148, 148, 87, 104, 2.15f),
        new(965, 0, -9, 159, 159, 97, 98, 2.2f),
        new(1005, 0, -7, 158, 158, 102, 90, 2.2f),
        new(1040, 0, -4, 151, 151, 103, 83, 2.2f),
        new(1080, 0, -3, 144, 144, 101, 80, 2.2f),
        new(1120, 0, -3, 140, 140, 100, 82, 2.2f),
        new(1160, 0, -4, 140, 140, 99, 90, 2.2f),
        new(1205, 0, -6, 144, 144, 101, 101, 2.2f),
        new(1255, 0, -9, 148, 148, 106, 110, 2.2f),
        new(1305, 0, -13, 148, 148, 109, 113, 2.2f),
        new(1350, 0, -18, 142, 142, 101, 110, 2.15f),
        new(1390, 0, -24, 128, 128, 86, 104, 2.1f),
        new(1425, 0, -29, 104, 104, 68, 92, 2.05f),
        new(1455, 0, -30, 72, 72, 52, 76, 2),
        new(1485, 0, -26, 50, 50, 38, 54, 2),
        new(1510, 0, -22, 24, 24, 20, 26, 2)));

    private static void AddShoulderGirdle(ShapeGroup trunk)
    {
        // The mass between neck and shoulder; upper and middle trapezius.
        trunk.Add(34, new Ellipsoid(new(104, 1400, -22), new(84, 34, 48), new(0, 6, -12)));
        trunk.Add(40, new Tube(
            new(14, 1585, -44, 14), new(26, 1530, -46, 19), new(54, 1469, -46, 24), new(112, 1425, -36, 25), new(168, 1404, -24, 18)));
        trunk.Add(36, new Ellipsoid(new(44, 1416, -76), new(64, 70, 42), new(14, -10, 0)));

        // Upper end of the breast bone, collar bone.
        trunk.Add(16, new Ellipsoid(new(0, 1417, 37), new(22, 14, 9)));
        trunk.Add(20, new Tube(new(15, 1425, 40, 7), new(60, 1429, 37, 6), new(110, 1431, 15, 6), new(158, 1424, -12, 7)));
    }

    private static void AddChestAndBack(ShapeGroup trunk)
    {
        // A soft, even chest that runs out towards the shoulder.
        trunk.Add(40, Tube.Flat(new(0.25f, 0.2f, 1), 0.7f, new(20, 1400, 44, 14), new(92, 1384, 50, 24), new(166, 1352, 20, 16)));
        trunk.Add(46, Tube.Flat(new(0.35f, 0, 1), 0.65f, new(16, 1318, 65, 26), new(82, 1314, 66, 34), new(142, 1336, 34, 22)));

        // Latissimus, shoulder blade, teres major, the columns beside the spine.
        trunk.Add(46, Tube.Flat(new(0.5f, 0, -1), 0.75f, new(70, 1090, -54, 12), new(104, 1180, -52, 30), new(134, 1270, -44, 38), new(154, 1340, -24, 22)));
        trunk.Add(46, new Ellipsoid(new(96, 1340, -82), new(62, 80, 36), new(6, -24, 10)));
        trunk.Add(40, new Tube(new(118, 1300, -76, 18), new(146, 1330, -54, 25), new(166, 1356, -30, 14)));
        trunk.Add(40, new Tube(
            new(38, 950, -70, 16), new(38, 1020, -54, 28), new(36, 1100, -48, 31), new(40, 1200, -68, 31), new(38, 1320, -90, 16)));
    }

    private static void AddBellyAndHips(ShapeGroup trunk)
    {
        // Belly: fullest a hand below the navel; flank; crest of the hip bone.
        trunk.Add(50, new Ellipsoid(new(0, 1056, 30), new(92, 130, 54), new(2, 0, 0)));
        trunk.Add(50, new Tube(new(104, 1190, 10, 24), new(104, 1110, 10, 30), new(116, 1030, 4, 30), new(124, 950, 0, 22)));

        // Buttock, side of the hip, pubis, perineum.
        trunk.Add(40, new Ellipsoid(new(80, 908, -60), new(78, 88, 72), new(6, 14, 10)));
        trunk.Add(50, new Tube(new(112, 1040, -12, 20), new(128, 955, -14, 32), new(137, 890, -10, 33), new(136, 830, -4, 30), new(134, 770, 4, 22)));
        trunk.Add(46, new Ellipsoid(new(0, 892, 20), new(50, 48, 48)));
        trunk.Add(36, new Ellipsoid(new(0, 884, -18), new(44, 32, 60)));
    }

    private static void SculptFront(BodyField body)
    {
        // Breast bone, midline of the belly, navel, hollow above the collar bone.
        body.Sculpt([new(0, 1410, 58), new(0, 1340, 96), new(0, 1240, 102)], -1.8f, 18);
        body.Sculpt([new(0, 1265, 104), new(0, 1170, 102), new(0, 1075, 106)], -1.3f, 18);
        body.Sculpt([new(0, 1068, 108), new(0, 1062, 108)], -4.5f, 7);
        body.Sculpt([new(0, 1066, 108), new(0, 1062, 108)], -2, 14);
        body.Sculpt([new(48, 1444, 28), new(88, 1442, 12)], -3.5f, 17);

        // Edge of the ribs, crease under the chest, groin.
        body.Sculpt([new(8, 1258, 104), new(46, 1226, 102), new(86, 1184, 88), new(122, 1150, 46)], -1.7f, 22);
        body.Sculpt([new(22, 1276, 102), new(80, 1268, 98), new(136, 1294, 64)], -1.2f, 19);
        body.Sculpt([new(136, 998, 58), new(92, 926, 84), new(52, 878, 82), new(24, 842, 66)], -3.2f, 19);
    }

    private static void SculptBack(BodyField body)
    {
        // Furrow of the spine, the prominent vertebra, edge and spine of the shoulder blade, dimple and triangle over the sacrum.
        body.Sculpt(
            [new(0, 1010, -98), new(0, 1090, -86), new(0, 1200, -110), new(0, 1320, -130), new(0, 1430, -124)], -4.5f, 17);
        body.Sculpt([new(0, 1495, -88), new(0, 1478, -96)], 3, 12);
        body.Sculpt([new(94, 1302, -122), new(86, 1340, -126), new(79, 1385, -124)], 1.8f, 19, tapered: false);
        body.Sculpt([new(84, 1402, -118), new(120, 1409, -96), new(152, 1418, -62)], 1.7f, 16, tapered: false);
        body.Sculpt([new(43, 1003, -100), new(45, 995, -102)], -2, 13);
        body.Sculpt([new(30, 976, -112), new(10, 948, -118)], -1.4f, 14);

        // Fold under the buttock; the cleft is a sharp groove in a soft one.
        body.Sculpt([new(0, 830, -80), new(40, 822, -104), new(90, 826, -108), new(146, 852, -80)], -4.6f, 16);
        body.Sculpt([new(0, 968, -118), new(0, 930, -132), new(0, 890, -128), new(0, 856, -104), new(0, 836, -64)], -9, 8);
        body.Sculpt([new(0, 978, -112), new(0, 940, -128), new(0, 890, -128), new(0, 850, -100), new(0, 836, -64)], -7, 19);
    }
}
