namespace Unknot.Practice.Storage;

/// <summary>The database is not what this version of the product can work with; the message says what to do.</summary>
public sealed class StorageException(string message) : Exception(message);
