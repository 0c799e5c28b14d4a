using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Comments;
using Unknot.Practice.Storage;

namespace Unknot.Web.Hosting;

/// <summary>The server's own keys lie with the practice's data: who can read one can read the other.</summary>
internal sealed class KeysInTheStore(IDbContextFactory<PracticeDb> store) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = store.CreateDbContext();
        return [.. db.Keys.AsNoTracking().Where(key => !key.Name.StartsWith(WriterMarks.OwnKeys)).Select(key => key.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = store.CreateDbContext();
        db.Keys.Add(new StoredKey { Id = Guid.CreateVersion7(), Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
