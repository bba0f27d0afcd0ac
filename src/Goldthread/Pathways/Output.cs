using System.Text;

namespace Goldthread.Pathways;

/// <summary>Standard output, as UTF-8 whatever the terminal says.</summary>
internal static class Output
{
    public static void Json(Action<Stream> write)
    {
        using var stream = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        write(stream);
        stream.WriteByte((byte)'\n');
    }

    public static void Text(Action<TextWriter> write)
    {
        using var writer = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
        write(writer);
    }
}
