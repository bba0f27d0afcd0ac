namespace Goldthread.Reading.Texts.Hidden;

/// <summary>A page as a picture of grey pixels, one for a point: 0 is black, 255 white.</summary>
internal sealed class GreyPage
{
    private readonly byte[] pixels;
    private readonly int width;
    private readonly int height;

    private GreyPage(int width, int height, byte[] pixels) => (this.width, this.height, this.pixels) = (width, height, pixels);

    /// <summary>How dark and how light a stretch of the page is; where the two are near, nothing can be seen there.</summary>
    /// <returns>The darkest and the lightest of its pixels; null where it lies beside the page.</returns>
    public (byte Darkest, byte Lightest)? Range(double left, double top, double right, double bottom)
    {
        var (fromX, toX) = (Math.Max(0, (int)Math.Floor(left)), Math.Min(width, (int)Math.Ceiling(right)));
        var (fromY, toY) = (Math.Max(0, (int)Math.Floor(top)), Math.Min(height, (int)Math.Ceiling(bottom)));
        if (fromX >= toX || fromY >= toY)
        {
            return null;
        }

        var (darkest, lightest) = (byte.MaxValue, byte.MinValue);
        for (var y = fromY; y < toY; y++)
        {
            foreach (var pixel in pixels.AsSpan((y * width) + fromX, toX - fromX))
            {
                darkest = Math.Min(darkest, pixel);
                lightest = Math.Max(lightest, pixel);
            }
        }

        return (darkest, lightest);
    }

    /// <summary>The next picture of a row of them in the PGM format; null at the end or where it is cut off.</summary>
    public static async Task<GreyPage?> ReadNext(Stream stream, int largestSide, CancellationToken cancellation)
    {
        if (await Token(stream, cancellation) != "P5"
            || !int.TryParse(await Token(stream, cancellation), out var width) || !int.TryParse(await Token(stream, cancellation), out var height)
            || await Token(stream, cancellation) != "255" || width < 1 || height < 1 || width > largestSide || height > largestSide)
        {
            return null;
        }

        var read = new byte[width * height];
        return await stream.ReadAtLeastAsync(read, read.Length, throwOnEndOfStream: false, cancellation) == read.Length ? new GreyPage(width, height, read) : null;
    }

    private static async Task<string> Token(Stream stream, CancellationToken cancellation)
    {
        var token = "";
        var one = new byte[1];
        while (token.Length < 10 && await stream.ReadAsync(one, cancellation) == 1 && !char.IsWhiteSpace((char)one[0]))
        {
            token += (char)one[0];
        }

        return token;
    }
}
