using System.Globalization;
using System.Text;
using Unknot.Charts.Writing;

namespace Unknot.Charts.Papers;

/// <summary>What the marks of a file are, in the order they are read (ISO 32000-1, 14.7 and 14.8).</summary>
internal sealed class TagTree
{
    private readonly PdfFile file;
    private readonly List<Element> elements = [];
    private readonly List<List<Element>> pages = [];
    private readonly int root;

    internal TagTree(PdfFile file)
    {
        this.file = file;
        root = file.Reserve();
        Document = Add("Document", parent: null);
    }

    internal Element Document { get; }

    internal Element Add(string type, Element? parent, string attributes = "")
    {
        var element = new Element(file.Reserve(), type, parent, attributes);
        elements.Add(element);
        parent?.Kids.Add($"{element.Number.ToString(CultureInfo.InvariantCulture)} 0 R");
        return element;
    }

    /// <returns>Its place among the pages, for the key <c>StructParents</c>.</returns>
    internal int AddPage()
    {
        pages.Add([]);
        return pages.Count - 1;
    }

    /// <summary>A piece of an element, on a page.</summary>
    /// <returns>Its number on the page.</returns>
    internal int AddPiece(Element element, int page, int pageObject)
    {
        var number = pages[page].Count;
        pages[page].Add(element);
        element.Kids.Add(string.Create(CultureInfo.InvariantCulture, $"<< /Type /MCR /Pg {pageObject} 0 R /MCID {number} >>"));
        return number;
    }

    /// <summary>After the last piece.</summary>
    /// <returns>The object that the catalogue names.</returns>
    internal int WriteTo()
    {
        foreach (var element in elements)
        {
            file.Set(element.Number, $"<< /Type /StructElem /S /{element.Type} /P {element.Parent?.Number ?? root} 0 R {element.Attributes}/K [{string.Join(' ', element.Kids)}] >>");
        }

        var numbers = new StringBuilder();
        for (var page = 0; page < pages.Count; page++)
        {
            numbers.Append(CultureInfo.InvariantCulture, $"{page} [{string.Join(' ', pages[page].Select(element => $"{element.Number} 0 R"))}] ");
        }

        var parents = file.Add($"<< /Nums [{numbers}] >>");
        file.Set(root, $"<< /Type /StructTreeRoot /K [{Document.Number} 0 R] /ParentTree {parents} 0 R /ParentTreeNextKey {pages.Count} >>");
        return root;
    }

    internal sealed class Element(int number, string type, Element? parent, string attributes)
    {
        internal int Number => number;

        internal string Type => type;

        internal Element? Parent => parent;

        internal string Attributes => attributes;

        internal List<string> Kids { get; } = [];
    }
}
