using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Unknot.Body.Meshing;

namespace Unknot.Body.Output;

/// <summary>
/// The half body as binary glTF 2.0 with KHR_mesh_quantization: positions in 16 bits (steps of 0.027 mm, the midline exactly 0),
/// normals in 8, openness as grey, and <c>_CELL</c>, the number of the vertex's cell.
/// </summary>
internal static class Glb
{
    /// <summary>The node maps −32767 … 32767 to this many millimetres on each side of its place; x and z are centred on 0.</summary>
    private const float HalfExtent = 900;

    private const float CentreY = 870;
    private const float Steps = short.MaxValue;
    private const uint Magic = 0x46546C67;
    private const uint JsonChunk = 0x4E4F534A;
    private const uint BinaryChunk = 0x004E4942;
    private const int HeaderSize = 12;
    private const int ChunkHeaderSize = 8;
    private const int PositionStride = 8;
    private const int SmallStride = 4;

    internal static byte[] Write(HalfBody body)
    {
        var mesh = body.Mesh;
        var (count, indexCount) = (mesh.VertexCount, mesh.Triangles.Length);
        if (count > ushort.MaxValue)
        {
            throw new ArgumentException($"{count} vertices do not fit into 16-bit indices.", nameof(body));
        }

        var low = new Vector3(short.MaxValue);
        var high = new Vector3(short.MinValue);
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        foreach (var position in mesh.Positions)
        {
            var quantised = Vector3.Round((position - new Vector3(0, CentreY, 0)) * (Steps / HalfExtent));
            (low, high) = (Vector3.Min(low, quantised), Vector3.Max(high, quantised));
            writer.Write((short)quantised.X);
            writer.Write((short)quantised.Y);
            writer.Write((short)quantised.Z);
            writer.Write((short)0);
        }

        foreach (var normal in mesh.Normals)
        {
            var quantised = Vector3.Round(normal * sbyte.MaxValue);
            writer.Write((sbyte)quantised.X);
            writer.Write((sbyte)quantised.Y);
            writer.Write((sbyte)quantised.Z);
            writer.Write((sbyte)0);
        }

        foreach (var openness in body.Openness)
        {
            var grey = (byte)Math.Clamp(MathF.Round(openness * byte.MaxValue), 0, byte.MaxValue);
            writer.Write(grey);
            writer.Write(grey);
            writer.Write(grey);
            writer.Write(byte.MaxValue);
        }

        foreach (var cell in body.Cells)
        {
            writer.Write(cell);
            writer.Write((ushort)0);
        }

        foreach (var index in mesh.Triangles)
        {
            writer.Write((ushort)index);
        }

        while (stream.Length % 4 != 0)
        {
            writer.Write((byte)0);
        }

        return Assemble(Describe(count, indexCount, low, high, (int)stream.Length), stream.ToArray());
    }

    /// <exception cref="InvalidDataException">Not a file that <see cref="Write"/> made.</exception>
    internal static HalfBody Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderSize + ChunkHeaderSize || BinaryPrimitives.ReadUInt32LittleEndian(file) != Magic)
        {
            throw new InvalidDataException("The body mesh is not a binary glTF file.");
        }

        var jsonLength = BinaryPrimitives.ReadInt32LittleEndian(file[HeaderSize..]);
        var jsonReader = new Utf8JsonReader(file.Slice(HeaderSize + ChunkHeaderSize, jsonLength));
        using var json = JsonDocument.ParseValue(ref jsonReader);
        var binary = file[(HeaderSize + ChunkHeaderSize + jsonLength + ChunkHeaderSize)..];
        var accessors = json.RootElement.GetProperty("accessors");
        var count = accessors[0].GetProperty("count").GetInt32();
        var indexCount = accessors[4].GetProperty("count").GetInt32();

        var positions = new Vector3[count];
        var normals = new Vector3[count];
        var openness = new float[count];
        var cells = new ushort[count];
        var normalsAt = binary[(count * PositionStride)..];
        var greysAt = normalsAt[(count * SmallStride)..];
        var cellsAt = greysAt[(count * SmallStride)..];
        for (var i = 0; i < count; i++)
        {
            var at = binary[(i * PositionStride)..];
            positions[i] = (ReadShorts(at) * (HalfExtent / Steps)) + new Vector3(0, CentreY, 0);
            var small = i * SmallStride;
            normals[i] = Vector3.Normalize(new Vector3((sbyte)normalsAt[small], (sbyte)normalsAt[small + 1], (sbyte)normalsAt[small + 2]));
            openness[i] = greysAt[small] / (float)byte.MaxValue;
            cells[i] = BinaryPrimitives.ReadUInt16LittleEndian(cellsAt[small..]);
        }

        var triangles = new int[indexCount];
        var indicesAt = cellsAt[(count * SmallStride)..];
        for (var i = 0; i < indexCount; i++)
        {
            triangles[i] = BinaryPrimitives.ReadUInt16LittleEndian(indicesAt[(2 * i)..]);
        }

        return new HalfBody(new TriangleMesh(positions, normals, triangles), openness, cells);
    }

    private static Vector3 ReadShorts(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadInt16LittleEndian(bytes),
        BinaryPrimitives.ReadInt16LittleEndian(bytes[2..]),
        BinaryPrimitives.ReadInt16LittleEndian(bytes[4..]));

    private static string Describe(int count, int indexCount, Vector3 low, Vector3 high, int byteLength)
    {
        var normalsAt = count * PositionStride;
        var greysAt = normalsAt + (count * SmallStride);
        var cellsAt = greysAt + (count * SmallStride);
        var indicesAt = cellsAt + (count * SmallStride);
        var scale = HalfExtent / 1000;
        return FormattableString.Invariant($$"""
            {"asset":{"version":"2.0","generator":"Unknot"},
            "extensionsUsed":["KHR_mesh_quantization"],"extensionsRequired":["KHR_mesh_quantization"],
            "scene":0,"scenes":[{"nodes":[0]}],
            "nodes":[{"name":"body-half","mesh":0,"translation":[0,{{CentreY / 1000}},0],"scale":[{{scale}},{{scale}},{{scale}}]}],
            "meshes":[{"name":"body-half","primitives":[{"attributes":{"POSITION":0,"NORMAL":1,"COLOR_0":2,"_CELL":3},"indices":4}]}],
            "accessors":[
            {"bufferView":0,"componentType":5122,"normalized":true,"count":{{count}},"type":"VEC3","min":[{{low.X}},{{low.Y}},{{low.Z}}],"max":[{{high.X}},{{high.Y}},{{high.Z}}]},
            {"bufferView":1,"componentType":5120,"normalized":true,"count":{{count}},"type":"VEC3"},
            {"bufferView":2,"componentType":5121,"normalized":true,"count":{{count}},"type":"VEC4"},
            {"bufferView":3,"componentType":5123,"count":{{count}},"type":"SCALAR"},
            {"bufferView":4,"componentType":5123,"count":{{indexCount}},"type":"SCALAR"}],
            "bufferViews":[
            {"buffer":0,"byteOffset":0,"byteLength":{{normalsAt}},"byteStride":8,"target":34962},
            {"buffer":0,"byteOffset":{{normalsAt}},"byteLength":{{greysAt - normalsAt}},"byteStride":4,"target":34962},
            {"buffer":0,"byteOffset":{{greysAt}},"byteLength":{{cellsAt - greysAt}},"byteStride":4,"target":34962},
            {"buffer":0,"byteOffset":{{cellsAt}},"byteLength":{{indicesAt - cellsAt}},"byteStride":4,"target":34962},
            {"buffer":0,"byteOffset":{{indicesAt}},"byteLength":{{2 * indexCount}},"target":34963}],
            "buffers":[{"byteLength":{{byteLength}}}]}
            """);
    }

    private static byte[] Assemble(string json, byte[] binary)
    {
        var text = Encoding.ASCII.GetBytes(json.PadRight((json.Length + 3) / 4 * 4));
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Magic);
        writer.Write(2);
        writer.Write(HeaderSize + ChunkHeaderSize + text.Length + ChunkHeaderSize + binary.Length);
        writer.Write(text.Length);
        writer.Write(JsonChunk);
        writer.Write(text);
        writer.Write(binary.Length);
        writer.Write(BinaryChunk);
        writer.Write(binary);
        return stream.ToArray();
    }
}
