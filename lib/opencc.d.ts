/** OpenCC's table of single characters: pairs of a traditional and a simplified one, joined by bars. */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string;
  export default pairs;
}
