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
        AddWaistAndHips(body.Root);
        SculptFront(body);
        SculptBack(body);
    }

    private static void AddCore(ShapeGroup trunk)
    {
        trunk.Add(0, new Loft(
            Frame.Body,
            new(812, 0, 0, 12, 12, 10, 10, 2),
            new(826, 0, -4, 38, 38, 28, 34, 2),
            new(850, 0, -8, 76, 76, 48, 66, 2.05f),
            new(885, 0, -10, 118, 118, 68, 94, 2.15f),
            new(925, 0, -10, 148, 148, 84, 106, 2.25f),
            new(965, 0, -10, 158, 158, 96, 102, 2.35f),
            new(1000, 0, -8, 155, 155, 102, 92, 2.4f),
            new(1040, 0, -5, 146, 146, 104, 82, 2.4f),
            new(1080, 0, -3, 137, 137, 101, 78, 2.4f),
            new(1120, 0, -3, 132, 132, 99, 81, 2.4f),
            new(1160, 0, -3, 136, 136, 101, 90, 2.4f),
            new(1200, 0, -5, 142, 142, 103, 102, 2.35f),
            new(1250, 0, -8, 149, 149, 108, 112, 2.3f),
            new(1300, 0, -12, 150, 150, 108, 115, 2.3f),
            new(1350, 0, -18, 145, 145, 98, 112, 2.25f),
            new(1390, 0, -24, 130, 130, 86, 104, 2.2f),
            new(1425, 0, -28, 104, 104, 72, 92, 2.1f),
            new(1460, 0, -30, 72, 72, 56, 76, 2),
            new(1485, 0, -26, 52, 52, 40, 54, 2),
            new(1505, 0, -22, 36, 36, 26, 36, 2),
            new(1520, 0, -20, 14, 14, 10, 12, 2)));
    }

    private static void AddShoulderGirdle(ShapeGroup trunk)
    {
        // The mass between neck and shoulder, upper and middle trapezius.
        trunk.Add(30, new Ellipsoid(new(105, 1412, -20), new(82, 30, 46), new(0, 6, -12)));
        trunk.Add(38, new Tube(
            new(14, 1585, -44, 14), new(26, 1530, -46, 19), new(50, 1477, -46, 23), new(112, 1436, -34, 24), new(166, 1424, -22, 14)));
        trunk.Add(34, new Ellipsoid(new(44, 1420, -78), new(62, 70, 40), new(14, -10, 0)));

        // Upper end of the breast bone, collar bone, acromion.
        trunk.Add(14, new Ellipsoid(new(0, 1420, 38), new(22, 14, 9)));
        trunk.Add(18, new Tube(new(17, 1428, 41, 7.5f), new(60, 1434, 38, 6.5f), new(110, 1438, 16, 6.5f), new(160, 1434, -12, 8)));
        trunk.Add(26, new Ellipsoid(new(166, 1430, -18), new(18, 9, 18)));
    }

    private static void AddChestAndBack(ShapeGroup trunk)
    {
        // The three parts of the chest muscle, gathered in front of the shoulder.
        trunk.Add(28, Tube.Flat(new(0.25f, 0.2f, 1), 0.7f, new(24, 1418, 36, 12), new(96, 1398, 49, 21), new(168, 1352, 22, 14)));
        trunk.Add(28, Tube.Flat(new(0.3f, 0.1f, 1), 0.7f, new(8, 1376, 54, 22), new(92, 1356, 60, 31), new(168, 1352, 22, 16)));
        trunk.Add(32, Tube.Flat(new(0.35f, -0.1f, 1), 0.65f, new(12, 1322, 66, 26), new(90, 1316, 66, 33), new(145, 1335, 38, 18)));

        // Latissimus, shoulder blade, teres major, the columns beside the spine.
        trunk.Add(44, Tube.Flat(new(0.5f, 0, -1), 0.75f, new(60, 1080, -58, 12), new(104, 1180, -54, 32), new(136, 1270, -44, 40), new(156, 1340, -24, 22)));
        trunk.Add(40, new Ellipsoid(new(98, 1338, -84), new(62, 78, 36), new(6, -24, 10)));
        trunk.Add(36, new Tube(new(118, 1300, -78, 18), new(146, 1330, -54, 26), new(166, 1356, -30, 14)));
        trunk.Add(32, new Tube(
            new(40, 930, -70, 14), new(38, 1020, -52, 30), new(36, 1100, -46, 32), new(40, 1200, -70, 32), new(38, 1320, -92, 16)));
    }

    private static void AddWaistAndHips(ShapeGroup trunk)
    {
        // Front and side of the belly, crest of the hip bone.
        trunk.Add(30, Tube.Flat(new(0, 0, 1), 0.8f, new(34, 1240, 62, 20), new(36, 1150, 66, 32), new(34, 1060, 66, 30), new(20, 950, 58, 18)));
        trunk.Add(44, new Tube(new(110, 1215, 18, 22), new(103, 1110, 22, 28), new(110, 1030, 22, 20)));
        trunk.Add(44, new Tube(new(120, 1012, 32, 8), new(129, 1024, 0, 11), new(106, 1028, -40, 7)));

        // Buttock, side of the hip, pubis, perineum.
        trunk.Add(24, new Ellipsoid(new(80, 914, -70), new(80, 84, 63), new(0, 0, 12)));
        trunk.Add(44, new Tube(new(116, 1030, -16, 20), new(134, 970, -16, 32), new(143, 905, -10, 33), new(146, 840, -2, 30), new(148, 770, 8, 22)));
        trunk.Add(36, new Ellipsoid(new(0, 880, 16), new(50, 46, 50)));
        trunk.Add(34, new Ellipsoid(new(0, 876, -18), new(46, 34, 62)));
    }

    private static void SculptFront(BodyField body)
    {
        // Breast bone, midline of the belly, navel, hollow above the collar bone.
        body.Sculpt([new(0, 1385, 68), new(0, 1330, 98), new(0, 1262, 106)], -1.8f, 12);
        body.Sculpt([new(0, 1250, 108), new(0, 1150, 104), new(0, 1075, 100)], -1.8f, 11);
        body.Sculpt([new(0, 1066, 104), new(0, 1060, 104)], -5, 7);
        body.Sculpt([new(48, 1450, 28), new(88, 1448, 12)], -4, 16);

        // Edge of the ribs, outer edge of the straight belly muscle, groin.
        body.Sculpt([new(14, 1262, 106), new(46, 1232, 102), new(86, 1190, 88), new(116, 1158, 56)], -1.2f, 14);
        body.Sculpt([new(70, 1200, 98), new(76, 1120, 92), new(68, 1040, 92), new(40, 950, 92)], -1.2f, 15);
        body.Sculpt([new(138, 985, 60), new(90, 910, 82), new(40, 860, 78), new(20, 835, 66)], -4.5f, 14);
    }

    private static void SculptBack(BodyField body)
    {
        // Furrow of the spine, the prominent vertebra, inner edge and spine of the shoulder blade, dimple over the sacrum.
        body.Sculpt(
            [new(0, 1030, -100), new(0, 1100, -85), new(0, 1200, -112), new(0, 1320, -130), new(0, 1420, -126)], -5, 15);
        body.Sculpt([new(0, 1495, -88), new(0, 1478, -96)], 3, 12);
        body.Sculpt([new(94, 1288, -120), new(84, 1340, -126), new(74, 1400, -122)], 3, 14);
        body.Sculpt([new(74, 1402, -122), new(120, 1414, -96), new(165, 1432, -50)], 3, 11);
        body.Sculpt([new(44, 1002, -96), new(46, 992, -98)], -1.8f, 12);

        // Fold under the buttock; the cleft is a sharp groove in a soft one.
        body.Sculpt([new(12, 836, -90), new(50, 832, -112), new(100, 838, -108), new(140, 860, -80)], -5, 13);
        body.Sculpt([new(0, 1000, -104), new(0, 960, -128), new(0, 910, -132), new(0, 866, -110), new(0, 842, -70)], -11, 8);
        body.Sculpt([new(0, 1000, -104), new(0, 960, -128), new(0, 910, -132), new(0, 866, -110), new(0, 842, -70)], -7, 20);
    }
}
